package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.ImpossibleState;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The embedded adapter: one file, one connection that writes, a few that read.
public final class SqliteStorage implements Storage {

  private final Path file;
  private final SqlTables tables;
  private final KillPoints killPoints;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReaderPool readers;
  private final Checkpointer checkpointer;
  private final RowCache cache;
  private SqliteSession writer;
  private boolean broken;
  private volatile ChainHead head;

  /// The newest block that a reading has seen: no later one goes back behind it, although the file
  /// shows a block a moment before [#commit] returns.
  private volatile ChainHead seen;

  private SqliteStorage(Path file, SqlTables tables, int readers, KillPoints killPoints)
      throws SQLException {
    this.file = file;
    this.tables = tables;
    this.killPoints = killPoints;
    this.writer = new SqliteSession(SqliteFile.openWriter(file), tables);
    this.head = writer.head();
    this.seen = head;
    this.cache = new RowCache(head.height());
    this.readers = ReaderPool.open(file, tables, readers);
    this.checkpointer = new Checkpointer(file, writing, killPoints);
  }

  /// Opens a file that has its schema and names its chain.
  static SqliteStorage open(Path file, SqlTables tables, int readers, KillPoints killPoints) {
    try {
      var storage = new SqliteStorage(file, tables, readers, killPoints);
      storage.checkpointer.start();
      return storage;
    } catch (SQLException failure) {
      throw SqliteFailure.of("open the data folder", failure);
    }
  }

  @Override
  public ChainHead head() {
    return head;
  }

  @Override
  public Reader beginBlock() {
    writing.lock(); // a log truncated inside the transaction would outdate its snapshot
    try {
      if (broken) {
        reopenWriter();
      }
      writer.execute("BEGIN IMMEDIATE");
      return new CachedReader(cache, head.height(), () -> writer);
    } catch (SQLException failure) {
      writing.unlock();
      throw SqliteFailure.of("begin a block", failure);
    }
  }

  @Override
  public void commit(BlockCommit block) {
    if (block.height() != head.height() + 1) {
      throw new ImpossibleState("a block follows the last committed one");
    }
    ChainHead next;
    try {
      next = new BlockWriter(writer, killPoints).write(head, block);
      writer.commit();
    } catch (SQLException failure) {
      next = settle(block.height(), failure);
    } finally {
      writing.unlock();
    }
    cache.committed(block);
    head = next;
    sees(next);
    checkpointer.committed(block.estimatedBytes(), block.erases());
  }

  /// After a failure the file decides: it holds the whole block, or nothing of it. The connection
  /// is opened anew, because what it believes is not to be trusted any more.
  private ChainHead settle(long height, SQLException failure) {
    try {
      reopenWriter();
      ChainHead stored = writer.head();
      if (stored.height() == height) {
        return stored;
      }
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    throw SqliteFailure.of("store a block", failure);
  }

  private void reopenWriter() throws SQLException {
    broken = true;
    writer.close();
    writer = new SqliteSession(SqliteFile.openWriter(file), tables);
    cache.startOver(head.height());
    broken = false;
  }

  @Override
  public void abandon() {
    if (!writing.isHeldByCurrentThread()) {
      return;
    }
    try {
      writer.rollback();
    } catch (SQLException failure) {
      throw SqliteFailure.of("abandon a block", failure);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public <T> T read(Function<Snapshot, T> body) {
    try (var reading = Reading.at(seen, readers, cache)) {
      return body.apply(reading);
    } catch (Reading.Overtaken _) {
      try (var reading = Reading.begun(readers, cache)) {
        sees(reading.head());
        return body.apply(reading);
      }
    }
  }

  private synchronized void sees(ChainHead block) {
    if (block.height() > seen.height()) {
      seen = block;
    }
  }

  @Override
  public void forEachLeaf(LeafVisitor visitor) {
    try (var session = new SqliteSession(SqliteFile.openReader(file), tables)) {
      session.begin();
      for (SqlTable<?> table : tables.all()) {
        if (table.table().isLeaf()) {
          visitLeaves(session, table, visitor);
        }
      }
      session.commit();
    } catch (SQLException failure) {
      throw SqliteFailure.of("read the rows", failure);
    }
  }

  private static void visitLeaves(SqliteSession session, SqlTable<?> table, LeafVisitor visitor)
      throws SQLException {
    PreparedStatement leaves = session.statement(table.leaves());
    int hashPlace = table.table().keyColumns().size() + 1;
    try (ResultSet rows = leaves.executeQuery()) {
      while (rows.next()) {
        visitor.leaf(
            table.table(), table.readKey(rows), Bytes.ofUnshared(rows.getBytes(hashPlace)));
      }
    }
  }

  /// Whether erased bytes may still be in the log file.
  public boolean isErasing() {
    return checkpointer.isErasing();
  }

  @Override
  public void close() {
    readers.close();
    checkpointer.close();
    writing.lock();
    try {
      writer.close();
    } finally {
      writing.unlock();
    }
  }
}
