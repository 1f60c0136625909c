package dev.idos.node.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/// The settings of the embedded database, in one place: a commit is on the disk when it returns,
/// deleted bytes are overwritten, and nothing is written to temporary files.
final class SqliteFile {

  private static final int BUSY_MILLIS = 10_000;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;

  /// What a log that grew for once is cut to when it begins anew.
  private static final int LONGEST_LOG = 256 << 20;

  private SqliteFile() {}

  /// The one connection that writes. It never checkpoints by itself: [Checkpointer] does.
  static Connection openWriter(Path file) throws SQLException {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
    config.setJournalSizeLimit(LONGEST_LOG);
    Connection connection = config.createConnection(url(file));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 0");
    }
    return connection;
  }

  /// A connection that only reads.
  static Connection openReader(Path file) throws SQLException {
    SQLiteConfig config = common(READER_CACHE_KIB);
    config.setReadOnly(true);
    return config.createConnection(url(file));
  }

  private static SQLiteConfig common(int cacheKib) {
    var config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // one thread at a time uses a connection
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    config.setGetGeneratedKeys(false); // else each insert is followed by a query for its rowid
    return config;
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
