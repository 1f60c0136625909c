package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Kind;
import dev.idos.protocol.ImpossibleState;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the values of the ledger stand in SQLite: UUID as 16 bytes, NUMERIC as decimal text, BOOL
/// as 0 or 1. Each form sorts as the ledger's keys do.
final class SqlValue {

  private SqlValue() {}

  static String type(Kind kind) {
    return switch (kind) {
      case TEXT, NUMERIC -> "TEXT";
      case UUID, BYTES -> "BLOB";
      case INT8, BOOL -> "INTEGER";
    };
  }

  static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case String text -> statement.setString(place, text);
      case UUID uuid -> statement.setBytes(place, bytes(uuid));
      case Long number -> statement.setLong(place, number);
      case BigInteger number -> statement.setString(place, number.toString());
      case Boolean flag -> statement.setInt(place, flag ? 1 : 0);
      case Bytes bytes -> statement.setBytes(place, bytes.exposeUnshared());
      default -> throw new ImpossibleState("a column holds one of the six kinds");
    }
  }

  static @Nullable Object read(ResultSet rows, int place, Kind kind) throws SQLException {
    return switch (kind) {
      case TEXT -> rows.getString(place);
      case NUMERIC -> numberOrNull(rows.getString(place));
      case UUID -> uuidOrNull(rows.getBytes(place));
      case BYTES -> bytesOrNull(rows.getBytes(place));
      case INT8 -> presentOrNull(rows.getLong(place), rows);
      case BOOL -> presentOrNull(flag(rows.getInt(place)), rows);
    };
  }

  private static @Nullable Object numberOrNull(@Nullable String decimal) {
    if (decimal == null) {
      return null;
    }
    var number = new BigInteger(decimal);
    if (!number.toString().equals(decimal)) {
      throw new ImpossibleState("a stored number is written in one way");
    }
    return number;
  }

  private static boolean flag(int number) {
    if (number != 0 && number != 1) {
      throw new ImpossibleState("a stored flag is 0 or 1");
    }
    return number == 1;
  }

  private static @Nullable Object uuidOrNull(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length != 16) {
      throw new ImpossibleState("a stored uuid is 16 bytes");
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static @Nullable Object bytesOrNull(byte @Nullable [] bytes) {
    return bytes == null ? null : Bytes.ofUnshared(bytes);
  }

  private static @Nullable Object presentOrNull(Object value, ResultSet rows) throws SQLException {
    return rows.wasNull() ? null : value;
  }

  static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
