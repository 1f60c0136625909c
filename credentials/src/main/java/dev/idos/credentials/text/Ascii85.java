package dev.idos.credentials.text;

import dev.idos.crypto.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Standard Ascii85 between `<~` and `~>`: how a file travels inside a credential.
///
/// The encoder in use elsewhere abbreviates a last, shortened group of zeros to `z` and then cuts
/// characters off, which loses bytes of the file. Here a shortened group is always written out;
/// every decoder in use reads that.
public final class Ascii85 {

  private static final String OPEN = "<~";
  private static final String CLOSE = "~>";
  private static final char ZERO_GROUP = 'z';
  private static final char FIRST = '!';
  private static final char LAST = 'u';
  private static final int BASE = 85;
  private static final int GROUP = 5;
  private static final long MAX_WORD = 0xffff_ffffL;

  private Ascii85() {}

  /// Encodes bytes; the same bytes always give the same text.
  public static String encode(Bytes bytes) {
    byte[] in = bytes.exposeUnshared();
    var out = new byte[OPEN.length() + (in.length + 3) / 4 * GROUP + CLOSE.length()];
    int at = put(out, 0, OPEN);
    var input = ByteBuffer.wrap(in);
    while (input.remaining() >= 4) {
      int word = input.getInt();
      if (word == 0) {
        out[at++] = ZERO_GROUP;
      } else {
        at = putDigits(out, at, word, GROUP);
      }
    }
    if (input.hasRemaining()) {
      int left = input.remaining();
      int word =
          ByteBuffer.wrap(Arrays.copyOfRange(in, in.length - left, in.length - left + 4)).getInt();
      at = putDigits(out, at, word, left + 1);
    }
    at = put(out, at, CLOSE);
    return new String(out, 0, at, StandardCharsets.ISO_8859_1);
  }

  /// Decodes a text, with a group of four zeros written either as `z` or as `!!!!!`. Nothing if
  /// the text is not Ascii85.
  public static Optional<Bytes> decode(String text) {
    if (text.length() < OPEN.length() + CLOSE.length()
        || !text.startsWith(OPEN)
        || !text.endsWith(CLOSE)) {
      return Optional.empty();
    }
    return decodeGroups(text, OPEN.length(), text.length() - CLOSE.length());
  }

  private static Optional<Bytes> decodeGroups(String text, int from, int to) {
    long shortGroups = text.chars().filter(c -> c == ZERO_GROUP).count();
    long capacity = ((to - from - shortGroups) / GROUP + shortGroups + 1) * 4;
    if (capacity > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    var out = ByteBuffer.allocate((int) capacity);
    for (int at = from; at < to; ) {
      if (text.charAt(at) == ZERO_GROUP) {
        out.putInt(0);
        at++;
        continue;
      }
      int digits = Math.min(GROUP, to - at);
      long word = word(text, at, digits);
      if (digits == 1 || word < 0 || word > MAX_WORD) {
        return Optional.empty();
      }
      for (int i = 0; i < digits - 1; i++) {
        out.put((byte) (word >>> (24 - 8 * i)));
      }
      at += digits;
    }
    return Optional.of(Bytes.ofUnshared(Arrays.copyOf(out.array(), out.position())));
  }

  /// The number that up to five digits stand for, missing ones read as the largest; -1 if one is
  /// not a digit.
  private static long word(String text, int from, int digits) {
    long word = 0;
    for (int i = 0; i < GROUP; i++) {
      char digit = i < digits ? text.charAt(from + i) : LAST;
      if (digit < FIRST || digit > LAST) {
        return -1;
      }
      word = word * BASE + (digit - FIRST);
    }
    return word;
  }

  private static int putDigits(byte[] out, int at, int word, int count) {
    long rest = word & MAX_WORD;
    for (int i = GROUP - 1; i >= 0; i--) {
      if (i < count) {
        out[at + i] = (byte) (FIRST + rest % BASE);
      }
      rest /= BASE;
    }
    return at + count;
  }

  private static int put(byte[] out, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, out, at, bytes.length);
    return at + bytes.length;
  }
}
