package dev.idos.node.storage;

import dev.idos.consensus.Unavailable;
import dev.idos.protocol.ImpossibleState;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Tells the world's fault from a bug. A full or failing disk is unavailable; anything a correct
/// statement on a sound file cannot give is impossible.
final class SqliteFailure {

  private SqliteFailure() {}

  static RuntimeException of(String doing, SQLException failure) {
    SQLiteErrorCode code =
        failure instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
    String what = "the storage cannot " + doing + ": " + code.name();
    return isOfTheWorld(code)
        ? Unavailable.tryAgain(what, failure)
        : new ImpossibleState(what, failure);
  }

  /// Extended codes carry the plain one in their lowest byte.
  private static boolean isOfTheWorld(SQLiteErrorCode code) {
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL,
          SQLITE_IOERR,
          SQLITE_BUSY,
          SQLITE_LOCKED,
          SQLITE_NOMEM,
          SQLITE_READONLY,
          SQLITE_CANTOPEN,
          SQLITE_PERM,
          SQLITE_INTERRUPT ->
          true;
      default -> false;
    };
  }
}
