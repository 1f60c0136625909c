package dev.idos.node.storage;

import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One connection with its prepared statements, used by one thread at a time. Inside a transaction
/// it reads one snapshot.
final class SqliteSession implements Reader, AutoCloseable {

  private static final long NO_DEADLINE = Long.MAX_VALUE;

  private final Connection connection;
  private final SqlTables tables;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private long openedAt;
  private long allowedNanos = NO_DEADLINE;

  SqliteSession(Connection connection, SqlTables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  SqlTables tables() {
    return tables;
  }

  /// Starts a transaction that may take any time.
  void begin() throws SQLException {
    allowedNanos = NO_DEADLINE;
    execute("BEGIN");
  }

  /// Starts a transaction whose reads fail once the time is over.
  void begin(long nanos) throws SQLException {
    allowedNanos = nanos;
    openedAt = System.nanoTime();
    execute("BEGIN");
  }

  void commit() throws SQLException {
    execute("COMMIT");
  }

  void rollback() throws SQLException {
    execute("ROLLBACK");
  }

  /// A statement prepared once for this connection.
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  void execute(String sql) throws SQLException {
    statement(sql).execute();
  }

  /// Runs a statement that is not worth keeping, or that cannot be prepared.
  void executeOnce(String sql) throws SQLException {
    try (Statement once = connection.createStatement()) {
      once.execute(sql);
    }
  }

  ChainHead head() {
    try (ResultSet row = statement(ChainRow.SELECT).executeQuery()) {
      return ChainRow.read(row).head();
    } catch (SQLException failure) {
      throw SqliteFailure.of("read the last block", failure);
    }
  }

  /// The height of the block that is seen.
  long height() {
    try (ResultSet row = statement(ChainRow.SELECT_HEIGHT).executeQuery()) {
      if (!row.next()) {
        throw new ImpossibleState("a data folder names its chain");
      }
      return row.getLong(1);
    } catch (SQLException failure) {
      throw SqliteFailure.of("read the last block", failure);
    }
  }

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    requireInTime();
    SqlTable<R> sql = tables.of(table);
    try {
      PreparedStatement find = statement(sql.find());
      SqlTable.bindKey(find, 1, key);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next() ? Optional.of(sql.readRow(rows)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw SqliteFailure.of("read a row", failure);
    }
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    requireInTime();
    SqlTable<R> sql = tables.of(index.table());
    try {
      PreparedStatement where = statement(sql.where(index));
      SqlTable.bindKey(where, 1, values);
      return readAll(sql, where);
    } catch (SQLException failure) {
      throw SqliteFailure.of("read rows", failure);
    }
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    requireInTime();
    SqlTable<R> sql = tables.of(index.table());
    try {
      PreparedStatement page = statement(sql.page(index, after.isEmpty()));
      int place = SqlTable.bindKey(page, 1, values);
      if (after.isPresent()) {
        place = SqlTable.bindKey(page, place, after.get());
      }
      page.setInt(place, limit);
      return readAll(sql, page);
    } catch (SQLException failure) {
      throw SqliteFailure.of("read a page", failure);
    }
  }

  @Override
  public Optional<String> content(UUID credential) {
    requireInTime();
    try {
      PreparedStatement find = statement(ContentRows.FIND);
      SqlValue.bind(find, 1, credential);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw SqliteFailure.of("read a content", failure);
    }
  }

  /// At most `limit` rows that arrived after the one with a number, in order of arrival.
  <R> List<SqlTable.Numbered<R>> after(SqlTable<R> sql, long rowId, int limit) {
    try {
      PreparedStatement after = statement(sql.after());
      after.setLong(1, rowId);
      after.setInt(2, limit);
      try (ResultSet rows = after.executeQuery()) {
        var all = new ArrayList<SqlTable.Numbered<R>>();
        while (rows.next()) {
          all.add(sql.readNumbered(rows));
        }
        return all;
      }
    } catch (SQLException failure) {
      throw SqliteFailure.of("read rows", failure);
    }
  }

  /// The number of the last row that arrived and is still there; 0 if there is none.
  long lastRowId(SqlTable<?> sql) {
    try (ResultSet row = statement(sql.lastRowId()).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failure) {
      throw SqliteFailure.of("read rows", failure);
    }
  }

  long count(Table<?> table) {
    requireInTime();
    try (ResultSet row = statement(tables.of(table).count()).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failure) {
      throw SqliteFailure.of("count rows", failure);
    }
  }

  private <R> List<R> readAll(SqlTable<R> sql, PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      var all = new ArrayList<R>();
      while (rows.next()) {
        all.add(sql.readRow(rows));
      }
      return all;
    }
  }

  private void requireInTime() {
    if (allowedNanos != NO_DEADLINE && System.nanoTime() - openedAt > allowedNanos) {
      throw Unavailable.tryAgain("the reading took too long");
    }
  }

  /// Stores a row as it is after a change, or deletes it.
  <R> void store(SqlTable<R> sql, R row, Bytes rowHash) throws SQLException {
    PreparedStatement upsert = statement(sql.upsert());
    sql.bindRow(upsert, row, rowHash);
    upsert.executeUpdate();
  }

  void delete(SqlTable<?> sql, Key key) throws SQLException {
    PreparedStatement delete = statement(sql.delete());
    SqlTable.bindKey(delete, 1, key);
    if (delete.executeUpdate() != 1) {
      throw new ImpossibleState("a deleted row of " + sql.table() + " was there");
    }
  }

  @Override
  public void close() {
    try {
      connection.close(); // ends its statements, and rolls back what is open
    } catch (SQLException failure) {
      throw SqliteFailure.of("close", failure);
    }
  }
}
