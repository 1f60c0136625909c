package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statements about one table, made from its description. The rows lie in order of arrival
/// (`rowid`) with the primary key as an index beside them, because pages that are only appended to
/// keep no copies of deleted rows in their slack.
final class SqlTable<R> {

  static final String ROW_HASH = "row_hash";

  private final Table<R> table;
  private final String columns;
  private final String upsert;
  private final String delete;
  private final String find;
  private final String walk;
  private final String leaves;
  private final String after;
  private final Map<String, String> where = new HashMap<>();
  private final Map<String, String> firstPage = new HashMap<>();
  private final Map<String, String> nextPage = new HashMap<>();

  SqlTable(Table<R> table) {
    this.table = table;
    String name = table.name();
    columns = names(table.columns());
    String keys = names(table.keyColumns());
    String byKey = " WHERE " + equal(table.keyColumns());
    upsert =
        "INSERT INTO %s (%s, %s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
            .formatted(
                name,
                columns,
                ROW_HASH,
                questions(table.columns().size() + 1),
                keys,
                replacements());
    delete = "DELETE FROM " + name + byKey;
    find = "SELECT %s FROM %s".formatted(columns, name) + byKey;
    walk = "SELECT %s, %s FROM %s ORDER BY rowid".formatted(columns, ROW_HASH, name);
    leaves = "SELECT %s, %s FROM %s NOT INDEXED".formatted(keys, ROW_HASH, name);
    after =
        "SELECT %s, rowid FROM %s WHERE rowid > ? ORDER BY rowid LIMIT ?".formatted(columns, name);
    for (Index<R> index : table.indexes()) {
      var indexed = index.columns().stream().map(table.columns()::get).toList();
      String select = "SELECT %s FROM %s WHERE %s".formatted(columns, name, equal(indexed));
      String order = " ORDER BY " + keys;
      String above = " AND (%s) > (%s)".formatted(keys, questions(table.keyColumns().size()));
      where.put(index.name(), select + order);
      firstPage.put(index.name(), select + order + " LIMIT ?");
      nextPage.put(index.name(), select + above + order + " LIMIT ?");
    }
  }

  Table<R> table() {
    return table;
  }

  String upsert() {
    return upsert;
  }

  String delete() {
    return delete;
  }

  String find() {
    return find;
  }

  /// Every row with its stored hash, in order of arrival.
  String walk() {
    return walk;
  }

  /// The primary key and the stored hash of every row.
  String leaves() {
    return leaves;
  }

  /// The rows that arrived after one, by the number of their arrival, which follows the columns.
  String after() {
    return after;
  }

  String lastRowId() {
    return "SELECT max(rowid) FROM " + table.name();
  }

  String count() {
    return "SELECT count(*) FROM " + table.name();
  }

  String where(Index<R> index) {
    return known(where, index.name());
  }

  String page(Index<R> index, boolean first) {
    return known(first ? firstPage : nextPage, index.name());
  }

  void bindRow(PreparedStatement statement, R row, Bytes rowHash) throws SQLException {
    int place = 1;
    for (Column<R> column : table.columns()) {
      SqlValue.bind(statement, place++, column.value().apply(row));
    }
    SqlValue.bind(statement, place, rowHash);
  }

  /// Binds the parts of a key from a place on, and answers with the place after them.
  static int bindKey(PreparedStatement statement, int from, Key key) throws SQLException {
    int place = from;
    for (Object part : key.parts()) {
      SqlValue.bind(statement, place++, part);
    }
    return place;
  }

  /// A row with the number of its arrival.
  record Numbered<R>(R row, long rowId) {}

  Numbered<R> readNumbered(ResultSet rows) throws SQLException {
    return new Numbered<>(readRow(rows), rows.getLong(table.columns().size() + 1));
  }

  R readRow(ResultSet rows) throws SQLException {
    return table.read(readFields(rows));
  }

  Fields readFields(ResultSet rows) throws SQLException {
    var values = new ArrayList<@Nullable Object>(table.columns().size());
    for (int i = 0; i < table.columns().size(); i++) {
      values.add(SqlValue.read(rows, i + 1, table.columns().get(i).kind()));
    }
    return new Fields(values);
  }

  Key readKey(ResultSet rows) throws SQLException {
    var parts = new ArrayList<Object>(table.keyColumns().size());
    for (int i = 0; i < table.keyColumns().size(); i++) {
      Object part = SqlValue.read(rows, i + 1, table.keyColumns().get(i).kind());
      if (part == null) {
        throw new ImpossibleState("a primary key is not null");
      }
      parts.add(part);
    }
    return new Key(parts);
  }

  private static String known(Map<String, String> statements, String index) {
    String statement = statements.get(index);
    if (statement == null) {
      throw new ImpossibleState("an index belongs to its table");
    }
    return statement;
  }

  private String replacements() {
    var replaced = new ArrayList<String>();
    for (Column<R> column : table.columns()) {
      if (!table.keyColumns().contains(column)) {
        replaced.add(column.name() + " = excluded." + column.name());
      }
    }
    replaced.add(ROW_HASH + " = excluded." + ROW_HASH);
    return String.join(", ", replaced);
  }

  private static <R> String names(List<Column<R>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static <R> String equal(List<Column<R>> columns) {
    return columns.stream()
        .map(column -> column.name() + " = ?")
        .collect(Collectors.joining(" AND "));
  }

  private static String questions(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
