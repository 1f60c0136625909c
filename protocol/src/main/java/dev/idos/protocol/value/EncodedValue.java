package dev.idos.protocol.value;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Require;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An argument value as it travels: its declared type, and its items as bytes. Nothing is
/// normalised, so encoding again gives the bytes that were decoded. A value that exists has items
/// of the form its type demands.
///
/// @param type the type as received
/// @param items one item of a scalar, each element of a list; null where the item is null
public record EncodedValue(DataType type, List<@Nullable Bytes> items) {

  private static final EncodedValue NULL = new EncodedValue(DataType.NULL, List.of());

  public EncodedValue {
    items = Collections.unmodifiableList(new ArrayList<>(items));
    Require.that(
        type.isArray() || items.size() == 1 || (isNullType(type) && items.isEmpty()),
        "a scalar has exactly one item");
    Require.that(items.size() <= 0xffff, "a list has at most 65535 items");
    for (Bytes item : items) {
      Require.that(item == null || Items.fit(type.kind(), item), "an item fits its type");
    }
  }

  public static EncodedValue nullValue() {
    return NULL;
  }

  public static EncodedValue text(String value) {
    return scalar(DataType.TEXT, Utf8.encode(value));
  }

  public static EncodedValue int8(long value) {
    return scalar(DataType.INT8, Items.int8(value));
  }

  public static EncodedValue bool(boolean value) {
    return scalar(DataType.BOOL, Bytes.of(value ? 1 : 0));
  }

  public static EncodedValue bytea(Bytes value) {
    return scalar(DataType.BYTEA, value);
  }

  public static EncodedValue uuid(UUID value) {
    return scalar(DataType.UUID, UuidV5.bytes(value));
  }

  /// A whole number as `numeric(78,0)`, the type of every amount.
  public static EncodedValue numeric(BigInteger value) {
    return scalar(DataType.NUMERIC_78, Utf8.encode(value.toString()));
  }

  /// A decimal number of a declared precision and scale.
  public static EncodedValue numeric(BigDecimal value, int precision, int scale) {
    var type = new DataType("numeric", false, precision, scale);
    return scalar(type, Utf8.encode(value.toPlainString()));
  }

  /// A list of one type; null elements are allowed.
  public static EncodedValue array(DataType element, List<@Nullable Bytes> items) {
    return new EncodedValue(element.arrayOf(), items);
  }

  /// Whether it is null in any of the three encodings. A list of nulls is a list, not null.
  public boolean isNull() {
    return !type.isArray() && (items.isEmpty() || items.getFirst() == null);
  }

  public String asText() {
    return Utf8.decode(scalarItem(DataType.Kind.TEXT))
        .orElseThrow(() -> new ImpossibleState("a text item was checked when it was made"));
  }

  public long asInt8() {
    return Items.readInt8(scalarItem(DataType.Kind.INT8));
  }

  public boolean asBool() {
    return scalarItem(DataType.Kind.BOOL).at(0) == 1;
  }

  public Bytes asBytea() {
    return scalarItem(DataType.Kind.BYTEA);
  }

  public UUID asUuid() {
    return UuidV5.read(scalarItem(DataType.Kind.UUID));
  }

  /// The number at its declared scale, or as it was written if that has more digits.
  public BigDecimal asNumeric() {
    var number = new BigDecimal(Utf8.decode(scalarItem(DataType.Kind.NUMERIC)).orElseThrow());
    return number.scale() < type.scale() ? number.setScale(type.scale()) : number;
  }

  private Bytes scalarItem(DataType.Kind kind) {
    Require.that(!isNull() && !type.isArray() && type.kind() == kind, "the value is a " + kind);
    return Objects.requireNonNull(items.getFirst());
  }

  private static boolean isNullType(DataType type) {
    return type.kind() == DataType.Kind.NULL;
  }

  private static EncodedValue scalar(DataType type, Bytes item) {
    return new EncodedValue(type, List.of(item));
  }

  /// The forms of items.
  static final class Items {

    private static final int MAX_NUMERIC = 1_002;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Items() {}

    static boolean fit(DataType.Kind kind, Bytes item) {
      return switch (kind) {
        case TEXT -> Utf8.decode(item).isPresent();
        case INT8 -> item.length() == 8;
        case BOOL -> item.length() == 1 && item.at(0) <= 1;
        case BYTEA -> true;
        case UUID -> item.length() == 16;
        case NUMERIC -> isDecimal(item);
        case NULL -> false;
      };
    }

    static Bytes int8(long value) {
      return Bytes.ofUnshared(ByteBuffer.allocate(8).putLong(value).array());
    }

    static long readInt8(Bytes item) {
      return ByteBuffer.wrap(item.exposeUnshared()).getLong();
    }

    private static boolean isDecimal(Bytes item) {
      return item.length() <= MAX_NUMERIC
          && Utf8.decode(item).filter(text -> DECIMAL.matcher(text).matches()).isPresent();
    }
  }
}
