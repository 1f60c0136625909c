package dev.idos.crypto;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An immutable sequence of bytes, compared by content (a record with a `byte[]` would not be).
/// Ordered as unsigned bytes, which is how the state tree and canonical lists order them.
public final class Bytes implements Comparable<Bytes> {

  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  public static Bytes copyOf(byte[] value) {
    return new Bytes(value.clone());
  }

  /// Takes the array as it is. The caller must not keep it: a later write would change a value
  /// that everyone believes immutable. For large bodies and inner loops only.
  public static Bytes ofUnshared(byte[] value) {
    return new Bytes(value);
  }

  public static Bytes of(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Bytes(bytes);
  }

  /// Reads hex digits of either case, without `0x`.
  ///
  /// @throws IllegalArgumentException if the text is not an even number of hex digits
  public static Bytes ofHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /// Reads RFC 4648 base64 with padding.
  ///
  /// @throws IllegalArgumentException if the text is not base64
  public static Bytes ofBase64(String base64) {
    return new Bytes(Base64.getDecoder().decode(base64));
  }

  public static Bytes concat(Bytes... parts) {
    int length = 0;
    for (Bytes part : parts) {
      length += part.value.length;
    }
    var joined = ByteBuffer.allocate(length);
    for (Bytes part : parts) {
      joined.put(part.value);
    }
    return new Bytes(joined.array());
  }

  public byte[] toArray() {
    return value.clone();
  }

  /// The array itself, without a copy. The caller must only read it.
  public byte[] exposeUnshared() {
    return value;
  }

  public int length() {
    return value.length;
  }

  public boolean isEmpty() {
    return value.length == 0;
  }

  /// The byte at a place, 0 to 255.
  public int at(int index) {
    return value[index] & 0xff;
  }

  /// The bytes from `from` (inclusive) to `to` (exclusive).
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  public void updateInto(MessageDigest digest) {
    digest.update(value);
  }

  public InputStream newInputStream() {
    return new ByteArrayInputStream(value);
  }

  /// Lower-case hex, without `0x`.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /// RFC 4648 base64 with padding.
  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /// Short on purpose: what is logged by accident must not be a whole identifier or a content.
  @Override
  public String toString() {
    return value.length <= 4 ? hex() : slice(0, 4).hex() + "…(" + value.length + " bytes)";
  }
}
