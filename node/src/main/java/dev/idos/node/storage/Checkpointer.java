package dev.idos.node.storage;

import dev.idos.node.storage.KillPoints.Point;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Moves committed pages from the log file into the database, beside the round instead of in it.
/// The log is then written over from its beginning, which is cheaper than letting it grow; soon
/// after something was erased it is truncated, because it keeps what the database has overwritten.
final class Checkpointer implements AutoCloseable {

  /// Copying starts after about this much, so that a page that changes in every block is copied
  /// rarely.
  private static final long COPY_BYTES = 128L << 20;

  /// The end of a checkpoint waits this long for readings under way before it gives way to the
  /// round again.
  private static final long PATIENCE_MILLIS = 50;

  /// Erased bytes leave the log this long after their block, when nothing hinders; a burst of
  /// deletions shares one truncation.
  private static final long ERASE_MILLIS = 2_000;

  private final Connection connection;
  private final ReentrantLock writing;
  private final KillPoints killPoints;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean erasing;
  private long eraseAt;
  private boolean stopping;
  private long written;

  /// @param writing held by the round while a block is written, and here at the end of a checkpoint
  Checkpointer(Path file, ReentrantLock writing, KillPoints killPoints) throws SQLException {
    this.writing = writing;
    this.killPoints = killPoints;
    this.connection = SqliteFile.openWriter(file);
    execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    this.thread = Thread.ofPlatform().name("checkpoint").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Says that a block was committed.
  ///
  /// @param bytes about how much it added to the log
  /// @param erased whether something stored before must leave the files
  void committed(long bytes, boolean erased) {
    lock.lock();
    try {
      written += bytes;
      if (erased && !erasing) {
        eraseIn(ERASE_MILLIS);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void eraseIn(long millis) {
    erasing = true;
    eraseAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /// Whether erased bytes may still be in the log.
  boolean isErasing() {
    lock.lock();
    try {
      return erasing;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitWork()) {
        checkpoint();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (!stopping && written < COPY_BYTES) {
        if (!erasing) {
          changed.await();
        } else if (eraseAt - System.nanoTime() > 0) {
          var unused = changed.awaitNanos(eraseAt - System.nanoTime());
        } else {
          break;
        }
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  private void checkpoint() {
    boolean erase = takeWork();
    killPoints.reach(Point.DURING_CHECKPOINT);
    var unused = run("PASSIVE");
    boolean ended = end(erase ? "TRUNCATE" : "RESTART");
    if (erase && !ended) {
      lock.lock();
      try {
        eraseIn(PATIENCE_MILLIS);
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean takeWork() {
    lock.lock();
    try {
      boolean erase = erasing;
      erasing = false;
      written = 0;
      return erase;
    } finally {
      lock.unlock();
    }
  }

  /// Copies what was committed during the copying, and has the log begin anew; false if that is to
  /// be tried again.
  private boolean end(String mode) {
    writing.lock();
    try {
      return run(mode);
    } finally {
      writing.unlock();
    }
  }

  /// One checkpoint; false if readings or the disk were in its way, which is tried again.
  private boolean run(String mode) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
      return row.next() && row.getInt(1) == 0;
    } catch (SQLException _) {
      return false; // the log still holds everything
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Stops; the last connection to close moves the rest of the log.
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
      connection.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException failure) {
      throw SqliteFailure.of("close", failure);
    }
  }
}
