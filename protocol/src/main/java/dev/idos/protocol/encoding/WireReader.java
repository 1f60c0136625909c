package dev.idos.protocol.encoding;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Utf8;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the binary encoding from front to back. Lengths are checked against what is left before
/// anything is allocated, so a few hostile bytes cannot ask for much memory.
public final class WireReader {

  private static final int NIL = -1;
  private static final int MAX_NUMBER_DIGITS = 1_000;
  private static final Pattern CANONICAL = Pattern.compile("0|-?[1-9][0-9]*");

  private final ByteBuffer buffer;

  private WireReader(ByteBuffer buffer) {
    this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  /// A reader over bytes, which are not copied.
  public static WireReader of(Bytes bytes) {
    return new WireReader(ByteBuffer.wrap(bytes.exposeUnshared()));
  }

  /// How many bytes are left.
  public int remaining() {
    return buffer.remaining();
  }

  /// Refuses bytes after the end.
  public void end() throws MalformedException {
    if (buffer.hasRemaining()) {
      throw new MalformedException(buffer.remaining() + " bytes after the end");
    }
  }

  /// Reads a little-endian version number that must be 0.
  public void version() throws MalformedException {
    int version = u16();
    if (version != 0) {
      throw new MalformedException("unsupported version " + version);
    }
  }

  /// One unsigned byte.
  public int u8() throws MalformedException {
    need(1);
    return buffer.get() & 0xff;
  }

  /// Two bytes, little-endian.
  public int u16() throws MalformedException {
    need(2);
    return buffer.getShort() & 0xffff;
  }

  /// Two bytes, big-endian.
  public int u16BigEndian() throws MalformedException {
    return Short.reverseBytes((short) u16()) & 0xffff;
  }

  /// Four bytes, little-endian.
  public long u32() throws MalformedException {
    need(4);
    return buffer.getInt() & 0xffffffffL;
  }

  /// Eight bytes, little-endian, that must fit a positive `long`.
  public long u64() throws MalformedException {
    need(8);
    long value = buffer.getLong();
    if (value < 0) {
      throw new MalformedException("a number is larger than 63 bits");
    }
    return value;
  }

  /// A count of things that each take some bytes, so that it can be trusted.
  public int count(long claimed, int bytesEach) throws MalformedException {
    if (claimed * bytesEach > remaining()) {
      throw new MalformedException("a count of " + claimed + " is more than the bytes hold");
    }
    return (int) claimed;
  }

  /// That many bytes, copied.
  public Bytes raw(int length) throws MalformedException {
    need(length);
    var copy = new byte[length];
    buffer.get(copy);
    return Bytes.ofUnshared(copy);
  }

  /// Bytes after a four-byte length; nothing for nil.
  public @Nullable Bytes nullableBytes() throws MalformedException {
    int length = length32();
    return length == NIL ? null : raw(length);
  }

  /// Bytes after a four-byte length.
  public Bytes bytes() throws MalformedException {
    return raw(present(length32()));
  }

  /// A reader of its own for the bytes after a four-byte length, which are not copied.
  public WireReader nested() throws MalformedException {
    return slice(present(length32()));
  }

  /// A text after a four-byte length.
  public String text() throws MalformedException {
    return text(present(length32()));
  }

  /// That many bytes as text.
  public String text(int length) throws MalformedException {
    need(length);
    Optional<String> text =
        Utf8.decode(buffer.array(), buffer.arrayOffset() + buffer.position(), length);
    buffer.position(buffer.position() + length);
    return text.orElseThrow(() -> new MalformedException("a text is not UTF-8"));
  }

  /// A text after a four-byte big-endian length, as data types have it.
  public String textBigEndian() throws MalformedException {
    return text(boundedLength(Integer.toUnsignedLong(Integer.reverseBytes((int) u32()))));
  }

  /// Bytes after a signed varint length.
  public Bytes compactBytes() throws MalformedException {
    return raw(compactLength());
  }

  /// A reader of its own for the bytes after a signed varint length, which are not copied.
  public WireReader compactNested() throws MalformedException {
    return slice(compactLength());
  }

  /// A text after an unsigned varint length.
  public String compactText() throws MalformedException {
    return text(boundedLength(unsignedVarint()));
  }

  /// Bytes after an unsigned varint length.
  public Bytes unsignedLengthBytes() throws MalformedException {
    return raw(boundedLength(unsignedVarint()));
  }

  /// A whole number as canonical decimal text; nothing for nil.
  public @Nullable BigInteger bigInteger() throws MalformedException {
    int marker = u8();
    if (marker == 0) {
      return null;
    }
    String digits = compactText();
    if (marker != 1 || !isCanonical(digits)) {
      throw new MalformedException("not a whole number in canonical form");
    }
    return new BigInteger(digits);
  }

  /// Sixteen bytes in the order of a UUID's text.
  public UUID uuid() throws MalformedException {
    need(16);
    long high = Long.reverseBytes(buffer.getLong());
    return new UUID(high, Long.reverseBytes(buffer.getLong()));
  }

  private static boolean isCanonical(String digits) {
    return digits.length() <= MAX_NUMBER_DIGITS && CANONICAL.matcher(digits).matches();
  }

  private int compactLength() throws MalformedException {
    long zigZag = unsignedVarint();
    long length = (zigZag >>> 1) ^ -(zigZag & 1);
    if (length < 0) {
      throw new MalformedException("a length is negative");
    }
    return boundedLength(length);
  }

  private long unsignedVarint() throws MalformedException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (next == 0 && shift > 0) {
          throw new MalformedException("a varint is longer than it needs to be");
        }
        return value;
      }
    }
    throw new MalformedException("a varint is too long");
  }

  private int length32() throws MalformedException {
    long length = u32();
    return length == 0xffffffffL ? NIL : boundedLength(length);
  }

  private static int present(int length) throws MalformedException {
    if (length == NIL) {
      throw new MalformedException("bytes are missing");
    }
    return length;
  }

  private int boundedLength(long length) throws MalformedException {
    if (length > remaining()) {
      throw new MalformedException("a length of " + length + " is more than what is left");
    }
    return (int) length;
  }

  private WireReader slice(int length) {
    ByteBuffer part = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return new WireReader(part);
  }

  private void need(int length) throws MalformedException {
    if (length > buffer.remaining()) {
      throw new MalformedException("unexpected end of the bytes");
    }
  }
}
