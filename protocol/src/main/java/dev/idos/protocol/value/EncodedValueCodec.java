package dev.idos.protocol.value;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The binary form of argument values (`kwil-protocol.md` §3.3): exact both ways.
public final class EncodedValueCodec {

  private static final int IS_NULL = 0;
  private static final int IS_PRESENT = 1;
  private static final int SMALLEST_ITEM = 5;

  private EncodedValueCodec() {}

  /// The bytes of a value.
  public static Bytes encode(EncodedValue value) {
    var out = new WireWriter(size(value));
    writeTo(out, value);
    return out.toBytes();
  }

  /// Writes a value, so that a large text is copied once.
  public static void writeTo(WireWriter out, EncodedValue value) {
    out.version().bytes(encodeType(value.type())).u16(value.items().size());
    for (Bytes item : value.items()) {
      if (item == null) {
        out.u32(1).u8(IS_NULL);
      } else {
        out.u32(1L + item.length()).u8(IS_PRESENT).raw(item);
      }
    }
  }

  /// How many bytes a value takes.
  public static int size(EncodedValue value) {
    int size = 2 + 4 + encodeType(value.type()).length() + 2;
    for (Bytes item : value.items()) {
      size = Math.addExact(size, SMALLEST_ITEM + (item == null ? 0 : item.length()));
    }
    return size;
  }

  /// The value that bytes spell, all of them.
  public static EncodedValue decode(Bytes bytes) throws MalformedException {
    return decode(WireReader.of(bytes));
  }

  /// The value that the rest of a reader spells.
  public static EncodedValue decode(WireReader in) throws MalformedException {
    in.version();
    DataType type = decodeType(in.nested());
    int count = in.count(in.u16(), SMALLEST_ITEM);
    boolean isUntypedNull = type.kind() == DataType.Kind.NULL && count == 0;
    if (!type.isArray() && count != 1 && !isUntypedNull) {
      throw new MalformedException("expected 1 item, got " + count);
    }
    var items = new ArrayList<@Nullable Bytes>(count);
    for (int i = 0; i < count; i++) {
      items.add(decodeItem(in.nested()));
    }
    in.end();
    return checked(type, items);
  }

  /// The bytes of a data type, big-endian, the one exception of the encoding.
  public static Bytes encodeType(DataType type) {
    Bytes name = Utf8.encode(type.name());
    return new WireWriter(32)
        .version()
        .u32BigEndian(name.length())
        .raw(name)
        .u8(type.isArray() ? 1 : 0)
        .u16BigEndian(type.precision())
        .u16BigEndian(type.scale())
        .toBytes();
  }

  private static DataType decodeType(WireReader in) throws MalformedException {
    in.version();
    String name = in.textBigEndian();
    int isArray = in.u8();
    int precision = in.u16BigEndian();
    int scale = in.u16BigEndian();
    in.end();
    if (DataType.Kind.named(name).isEmpty()) {
      throw new MalformedException("unknown data type");
    }
    if (isArray > 1) {
      throw new MalformedException("expected 0 or 1 for is_array, got " + isArray);
    }
    return new DataType(name, isArray == 1, precision, scale);
  }

  /// A value whose items are looked at once, because a text may be very long.
  static EncodedValue checked(DataType type, List<@Nullable Bytes> items)
      throws MalformedException {
    try {
      return new EncodedValue(type, items);
    } catch (IllegalArgumentException unfit) {
      throw new MalformedException("an item is no " + type.kind().canonicalName());
    }
  }

  /// One item: its marker and what follows. Shared with the JSON form.
  static @Nullable Bytes decodeItem(WireReader in) throws MalformedException {
    int marker = in.u8();
    if (marker == IS_NULL) {
      in.end();
      return null;
    }
    if (marker != IS_PRESENT) {
      throw new MalformedException("expected 0 or 1 before an item, got " + marker);
    }
    return in.raw(in.remaining());
  }

  /// One item with its marker, as the JSON form carries it.
  static Bytes encodeItem(@Nullable Bytes item) {
    return item == null
        ? Bytes.of(IS_NULL)
        : new WireWriter(item.length() + 1).u8(IS_PRESENT).raw(item).toBytes();
  }
}
