package dev.idos.protocol.value;

import dev.idos.protocol.Require;
import java.util.Locale;
import java.util.Optional;

/// The declared type of an argument or column (`kwil-protocol.md` §3.3). The name and both numbers
/// are kept as received, aliases and stray metadata included, so that re-encoding is exact.
///
/// @param name as received: `text`, `int8`, `bool`, `bytea`, `uuid`, `numeric`, `null` or an alias
/// @param isArray whether the value is a list
/// @param precision the first metadata number; means something for numeric only
/// @param scale the second metadata number
public record DataType(String name, boolean isArray, int precision, int scale) {

  public static final DataType TEXT = new DataType("text", false, 0, 0);
  public static final DataType INT8 = new DataType("int8", false, 0, 0);
  public static final DataType BOOL = new DataType("bool", false, 0, 0);
  public static final DataType BYTEA = new DataType("bytea", false, 0, 0);
  public static final DataType UUID = new DataType("uuid", false, 0, 0);
  public static final DataType NULL = new DataType("null", false, 0, 0);
  public static final DataType NUMERIC_78 = new DataType("numeric", false, 78, 0);

  /// What a name stands for, whichever of its spellings was used.
  public enum Kind {
    TEXT,
    INT8,
    BOOL,
    BYTEA,
    UUID,
    NUMERIC,
    NULL;

    /// The kind of a type name or one of its aliases.
    static Optional<Kind> named(String name) {
      return Optional.ofNullable(
          switch (name.toLowerCase(Locale.ROOT)) {
            case "text", "string" -> TEXT;
            case "int8", "int", "integer", "bigint" -> INT8;
            case "bool", "boolean" -> BOOL;
            case "bytea", "blob" -> BYTEA;
            case "uuid" -> UUID;
            case "numeric", "decimal" -> NUMERIC;
            case "null" -> NULL;
            default -> null;
          });
    }

    String canonicalName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DataType {
    Require.that(Kind.named(name).isPresent(), "a data type has one of the known names");
    Require.that(isUnsignedShort(precision), "precision is 0 to 65535");
    Require.that(isUnsignedShort(scale), "scale is 0 to 65535");
  }

  /// What the name stands for.
  public Kind kind() {
    return Kind.named(name).orElseThrow();
  }

  /// The same type as a list.
  public DataType arrayOf() {
    return new DataType(name, true, precision, scale);
  }

  /// The canonical spelling, as the texts of refusals have it: `uuid`, `text[]`, `numeric(78,0)`.
  public String text() {
    String numbers = kind() == Kind.NUMERIC ? "(" + precision + "," + scale + ")" : "";
    return kind().canonicalName() + numbers + (isArray ? "[]" : "");
  }

  private static boolean isUnsignedShort(int value) {
    return value >= 0 && value <= 0xffff;
  }
}
