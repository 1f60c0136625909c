package dev.idos.protocol.encoding;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the binary encoding from front to back.
public final class WireWriter {

  private static final long NIL = 0xffffffffL;

  private final ByteArrayOutputStream out;

  public WireWriter() {
    this(64);
  }

  /// A writer that expects about this many bytes and so grows seldom.
  public WireWriter(int expected) {
    out = new ByteArrayOutputStream(expected);
  }

  /// The version number every encoding begins with.
  public WireWriter version() {
    return u16(0);
  }

  /// One byte.
  public WireWriter u8(int value) {
    out.write(value);
    return this;
  }

  /// Two bytes, little-endian.
  public WireWriter u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  /// Two bytes, big-endian.
  public WireWriter u16BigEndian(int value) {
    return u8(value >>> 8).u8(value);
  }

  /// Four bytes, little-endian.
  public WireWriter u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  /// Four bytes, big-endian.
  public WireWriter u32BigEndian(long value) {
    return u16BigEndian((int) (value >>> 16)).u16BigEndian((int) value);
  }

  /// Eight bytes, little-endian.
  public WireWriter u64(long value) {
    return u32(value).u32(value >>> 32);
  }

  /// The bytes alone.
  public WireWriter raw(Bytes value) {
    out.writeBytes(value.exposeUnshared());
    return this;
  }

  /// A four-byte length and the bytes; nil if there are none.
  public WireWriter bytes(@Nullable Bytes value) {
    return value == null ? u32(NIL) : u32(value.length()).raw(value);
  }

  /// A four-byte length and the text.
  public WireWriter text(String value) {
    return bytes(Utf8.encode(value));
  }

  /// A signed varint length, as it stands before compact bytes; -1 is nil.
  public WireWriter compactLength(int length) {
    return unsignedVarint(((long) length << 1) ^ (length >> 31));
  }

  /// A signed varint length and the bytes.
  public WireWriter compactBytes(Bytes value) {
    return compactLength(value.length()).raw(value);
  }

  /// An unsigned varint length and the bytes.
  public WireWriter unsignedLengthBytes(Bytes value) {
    return unsignedVarint(value.length()).raw(value);
  }

  /// An unsigned varint length and the text.
  public WireWriter compactText(String value) {
    return unsignedLengthBytes(Utf8.encode(value));
  }

  /// A whole number as decimal text; nil if there is none.
  public WireWriter bigInteger(@Nullable BigInteger value) {
    return value == null ? u8(0) : u8(1).compactText(value.toString());
  }

  /// Sixteen bytes in the order of a UUID's text.
  public WireWriter uuid(UUID value) {
    return raw(UuidV5.bytes(value));
  }

  /// An unsigned varint: seven bits a byte, low bits first.
  public WireWriter unsignedVarint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /// What has been written.
  public Bytes toBytes() {
    return Bytes.ofUnshared(out.toByteArray());
  }
}
