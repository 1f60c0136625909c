package dev.idos.protocol;

import dev.idos.crypto.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// UTF-8 that reports what it cannot encode or decode. `String.getBytes` writes `?` for an unpaired
/// surrogate, so two different texts could hash alike.
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /// The UTF-8 bytes of a text.
  ///
  /// @throws IllegalArgumentException if the text has an unpaired surrogate
  public static Bytes encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Require.that(isAscii(text, bytes) || isWellFormed(text), "a text is valid unicode");
    return Bytes.ofUnshared(bytes);
  }

  /// Whether every character became the byte of its own number: quicker to see in long texts, which
  /// nearly always are ASCII, than walking along the surrogates.
  private static boolean isAscii(String text, byte[] utf8) {
    return utf8.length == text.length()
        && new String(utf8, StandardCharsets.ISO_8859_1).equals(text);
  }

  /// The text of UTF-8 bytes, or nothing if they are not UTF-8.
  public static Optional<String> decode(Bytes bytes) {
    return decode(bytes.exposeUnshared(), 0, bytes.length());
  }

  /// The text of a part of an array, or nothing if it is not UTF-8. The array is only read.
  public static Optional<String> decode(byte[] bytes, int from, int length) {
    // The JDK's own decoder copies once and writes U+FFFD for what is malformed. Only a text that
    // holds this character has to be looked at again.
    var text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes, from, length)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Whether every surrogate of the text has its partner.
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /// How many bytes the UTF-8 of a well-formed text has, without making them.
  public static long length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 0x80) {
        length += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
      }
    }
    return length;
  }

  private static boolean isUtf8(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
