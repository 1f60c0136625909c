package dev.idos.node.storage;

import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.node.storage.KillPoints.Point;
import dev.idos.protocol.ImpossibleState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The embedded adapter. A block is committed with one durable record in a log; recent blocks stay
/// in memory, too, until they go together into the tables of an SQLite file: one connection that
/// writes, one of the round, a few that read.
public final class SqliteStorage implements Storage {

  private final SqlTables tables;
  private final Path file;
  private final KillPoints killPoints;
  private final BlockLog log;
  private final ReaderPool readers;
  private final RowCache cache;
  private final KeyFilter filter;
  private final Checkpointer checkpointer;
  private final Flusher flusher;

  /// Held while the tables are written, and at the end of a checkpoint.
  private final ReentrantLock writing = new ReentrantLock();

  /// Held while a block, or a flush, changes what is published.
  private final ReentrantLock changing = new ReentrantLock();

  private SqliteSession writer;
  private boolean writerIsBroken;
  private SqliteSession round;

  /// What the block under way is executed on, from its beginning to its end.
  private @Nullable Published executedOn;

  /// Log files of blocks that are flushed, or will be next.
  private final List<Path> endedFiles = new ArrayList<>();

  private volatile Published published;

  private SqliteStorage(Path folder, Path file, SqlTables tables, int size, KillPoints killPoints)
      throws SQLException {
    this.file = file;
    this.tables = tables;
    this.killPoints = killPoints;
    this.log = new BlockLog(folder, killPoints);
    this.writer = new SqliteSession(SqliteFile.openWriter(file), tables);
    this.round = new SqliteSession(SqliteFile.openReader(file), tables);
    ChainHead head = writer.head();
    this.published = new Published(head, head.height(), List.of(new Memtable()));
    this.cache = new RowCache(head.height());
    this.filter = new KeyFilter(file, tables, writing, KeyFilter.FEWEST_ENTRIES);
    this.readers = ReaderPool.open(file, tables, size);
    this.checkpointer = new Checkpointer(file, writing, killPoints);
    this.flusher = new Flusher(this::flush);
  }

  /// Opens a file that has its schema and names its chain, and takes in what a crash left in the
  /// log beside it.
  static SqliteStorage open(
      Path folder, Path file, SqlTables tables, int readers, KillPoints killPoints) {
    takeInLog(folder, file, tables);
    try {
      var storage = new SqliteStorage(folder, file, tables, readers, killPoints);
      storage.checkpointer.start();
      storage.flusher.start();
      return storage;
    } catch (SQLException failure) {
      throw SqliteFailure.of("open the data folder", failure);
    }
  }

  /// Writes the blocks of the log into the tables.
  ///
  /// @throws FolderRefused if the log is damaged, or does not go on where the tables end
  static void takeInLog(Path folder, Path file, SqlTables tables) {
    if (BlockLog.isEmpty(folder)) {
      return;
    }
    try (var session = new SqliteSession(SqliteFile.openWriter(file), tables)) {
      var replay = new Replay(session);
      new BlockLog(folder, KillPoints.NONE).replay(replay::add);
      replay.flush();
      BlockLog.delete(BlockLog.files(folder));
    } catch (SQLException failure) {
      throw SqliteFailure.of("open the data folder", failure);
    } catch (IOException failure) {
      throw new FolderRefused("the log in " + folder + " cannot be removed", failure);
    }
  }

  @Override
  public ChainHead head() {
    return published.head();
  }

  @Override
  public Reader beginBlock() {
    abandon();
    try {
      while (true) {
        Published now = published;
        round.begin();
        executedOn = now;
        if (round.height() == now.stored()) {
          return rows(now, List.of(), now.head().height());
        }
        abandon(); // the tables are a flush ahead of what is published, for a moment
        Thread.onSpinWait();
      }
    } catch (SQLException failure) {
      throw SqliteFailure.of("begin a block", failure);
    }
  }

  @Override
  public void commit(BlockCommit block) {
    if (block.height() != head().height() + 1) {
      throw new ImpossibleState("a block follows the last committed one");
    }
    try {
      requireUnique(block);
    } finally {
      abandon();
    }
    flusher.awaitRoom();
    Bytes record = BlockRecord.encode(block);
    changing.lock();
    try {
      log.append(block.height(), record);
      Published before = published;
      before.memtables().getFirst().add(block);
      for (Memtable older : before.memtables().subList(1, before.memtables().size())) {
        block.erasedSenders().forEach(sender -> older.eraseReceipts(block.height(), sender));
      }
      published = new Published(block.after(before.head()), before.stored(), before.memtables());
    } catch (IOException failure) {
      throw Unavailable.tryAgain("the storage cannot store a block", failure);
    } finally {
      changing.unlock();
    }
    flusher.committed(block.estimatedBytes(), block.erases());
  }

  /// Rules refuse before a unique index would: here is the last place to notice that they did not.
  private void requireUnique(BlockCommit block) {
    if (block.rows().stream().noneMatch(SqliteStorage::mustBeUnique)) {
      return;
    }
    Published before = executedOn;
    if (before == null) {
      throw new ImpossibleState("a block is begun before it is committed");
    }
    var own = new Memtable();
    own.add(block);
    Reader after = rows(before, List.of(own), block.height());
    block.rows().stream()
        .filter(SqliteStorage::mustBeUnique)
        .forEach(row -> requireUnique(row, after));
  }

  /// The rows of a moment, with newer ones on top. The connection of the round still sees the
  /// tables of that moment.
  private Reader rows(Published moment, List<Memtable> newer, long height) {
    var memtables = Stream.concat(newer.stream(), moment.memtables().stream()).toList();
    var stored = new CachedReader(cache, filter, moment.stored(), () -> round);
    return new MemtableReader(memtables, height, stored);
  }

  private static boolean mustBeUnique(RowChange<?> row) {
    return row.change().after().isPresent()
        && row.change().table().indexes().stream().anyMatch(Index::unique);
  }

  private static <R> void requireUnique(RowChange<R> row, Reader after) {
    Table<R> table = row.change().table();
    for (Index<R> index : table.indexes()) {
      if (index.unique() && row.change().after().isPresent()) {
        table
            .indexKey(index, row.change().after().get())
            .ifPresent(values -> requireAlone(index, values, after));
      }
    }
  }

  private static <R> void requireAlone(Index<R> index, Key values, Reader after) {
    if (after.where(index, values).size() > 1) {
      throw new ImpossibleState("the index " + index.name() + " is unique");
    }
  }

  @Override
  public void abandon() {
    if (executedOn == null) {
      return;
    }
    executedOn = null;
    try {
      round.rollback();
    } catch (SQLException failure) {
      reopenRound(failure);
    }
  }

  private void reopenRound(SQLException failure) {
    try {
      round.close();
      round = new SqliteSession(SqliteFile.openReader(file), tables);
    } catch (SQLException again) {
      again.addSuppressed(failure);
      throw SqliteFailure.of("begin a block", again);
    }
  }

  /// Moves the recent blocks into the tables; those that come meanwhile are the next ones.
  private void flush() {
    try {
      Memtable recent = seal();
      if (!recent.isEmpty()) {
        write(recent);
        checkpointer.committed(recent.bytes(), recent.erases());
      }
      BlockLog.delete(endedFiles);
      endedFiles.clear();
    } catch (IOException failure) {
      throw Unavailable.tryAgain("the storage cannot end a log file", failure);
    }
  }

  /// The blocks that go into the tables next: those of a flush that failed, or all recent ones.
  private Memtable seal() throws IOException {
    changing.lock();
    try {
      Published before = published;
      if (before.memtables().size() > 1) {
        return before.memtables().getLast();
      }
      endedFiles.addAll(log.roll());
      Memtable recent = before.memtables().getFirst();
      published = new Published(before.head(), before.stored(), List.of(new Memtable(), recent));
      return recent;
    } finally {
      changing.unlock();
    }
  }

  private void write(Memtable recent) {
    NetEffect net = recent.net();
    long height = net.height();
    writing.lock();
    try {
      filter.add(net.rows());
      write(net);
    } finally {
      writing.unlock();
    }
    cache.flushed(height, net.rows(), net.contents());
    changing.lock();
    try {
      Published before = published;
      published = new Published(before.head(), height, before.memtables().subList(0, 1));
    } finally {
      changing.unlock();
    }
    killPoints.reach(Point.AFTER_FLUSH);
  }

  private void write(NetEffect net) {
    try {
      if (writerIsBroken) {
        reopenWriter();
      }
      writer.execute("BEGIN IMMEDIATE");
      var unused = new BlockWriter(writer, killPoints).write(writer.head(), net);
      writer.commit();
    } catch (SQLException failure) {
      settle(net.height(), SqliteFailure.of("store blocks", failure));
    } catch (Unavailable failure) {
      settle(net.height(), failure);
    }
  }

  /// After a failure the file decides: it holds all of the blocks, or none of them. The connection
  /// is opened anew, because what it believes is not to be trusted any more.
  private void settle(long height, RuntimeException failure) {
    try {
      reopenWriter();
      if (writer.head().height() == height) {
        return;
      }
    } catch (SQLException | Unavailable again) {
      failure.addSuppressed(again);
    }
    throw failure;
  }

  private void reopenWriter() throws SQLException {
    writerIsBroken = true;
    writer.close();
    writer = new SqliteSession(SqliteFile.openWriter(file), tables);
    writerIsBroken = false;
  }

  @Override
  public <T> T read(Function<Snapshot, T> body) {
    try (var reading = Reading.at(published, readers, cache, filter)) {
      return body.apply(reading);
    } catch (Reading.Overtaken _) {
      try (var reading = Reading.begun(() -> published, readers, cache, filter)) {
        return body.apply(reading);
      }
    }
  }

  @Override
  public void forEachLeaf(LeafVisitor visitor) {
    flusher.drain();
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

  KeyFilter filter() {
    return filter;
  }

  /// Whether erased bytes may still be in the log or the tables' files.
  public boolean isErasing() {
    return flusher.isErasing() || checkpointer.isErasing();
  }

  /// Writes what is recent into the tables, so that the file is complete, and stops.
  @Override
  public void close() {
    flusher.close();
    filter.close();
    readers.close();
    checkpointer.close();
    round.close();
    writer.close();
    try {
      log.close();
    } catch (IOException failure) {
      throw Unavailable.tryAgain("the storage cannot end a log file", failure);
    }
  }
}
