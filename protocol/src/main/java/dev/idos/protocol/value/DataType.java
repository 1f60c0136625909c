package dev.idos.protocol.value;

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
}
