package dev.idos.node.storage;

import dev.idos.consensus.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// A few connections that only read, lent to one reading at a time. Each reading is a transaction,
/// so all it sees is of one block.
final class ReaderPool implements AutoCloseable {

  /// A longer transaction would keep erased content in the log file.
  private static final Duration LONGEST_READING = Duration.ofSeconds(10);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Path file;
  private final int size;
  private final BlockingQueue<SqliteSession> free;
  private volatile boolean closed;

  private ReaderPool(Path file, List<SqliteSession> sessions) {
    this.file = file;
    size = sessions.size();
    free = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
  }

  static ReaderPool open(Path file, SqlTables tables, int size) throws SQLException {
    var sessions = new ArrayList<SqliteSession>();
    for (int i = 0; i < size; i++) {
      sessions.add(new SqliteSession(SqliteFile.openReader(file), tables));
    }
    return new ReaderPool(file, sessions);
  }

  /// Lends a session inside a transaction of its own.
  SqliteSession lend() {
    SqliteSession session = borrow();
    try {
      session.begin(LONGEST_READING.toNanos());
      return session;
    } catch (SQLException failure) {
      free.add(renewed(session));
      throw SqliteFailure.of("read", failure);
    }
  }

  /// Ends the transaction of a session that was lent.
  void takeBack(SqliteSession session) {
    boolean sound = false;
    try {
      session.commit();
      sound = true;
    } catch (SQLException failure) {
      throw SqliteFailure.of("read", failure);
    } finally {
      free.add(sound ? session : renewed(session));
    }
  }

  /// Another session in place of one that could not begin or end a transaction; the same, to be
  /// tried again, if the file cannot be opened now.
  private SqliteSession renewed(SqliteSession broken) {
    try {
      var fresh = new SqliteSession(SqliteFile.openReader(file), broken.tables());
      broken.close();
      return fresh;
    } catch (SQLException | RuntimeException _) {
      return broken;
    }
  }

  private SqliteSession borrow() {
    try {
      SqliteSession session =
          closed ? null : free.poll(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
      if (session == null) {
        throw closed
            ? Unavailable.elsewhere("the node is stopping")
            : Unavailable.tryAgain("too many readings at once");
      }
      return session;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Unavailable.tryAgain("the reading was interrupted", interrupted);
    }
  }

  /// Waits for the readings under way, as long as they may take, then closes. Once is enough.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    long begun = System.nanoTime();
    for (int i = 0; i < size; i++) {
      try {
        long left = LONGEST_READING.toNanos() - (System.nanoTime() - begun);
        SqliteSession session = free.poll(left, TimeUnit.NANOSECONDS);
        if (session != null) {
          session.close();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return; // the process ends: open readings hold nothing that could be lost
      }
    }
  }
}
