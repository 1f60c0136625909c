package dev.idos.crypto;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// UTF-8 that reports what it cannot encode, where `getBytes` would write a question mark.
final class Text {

  private Text() {}

  /// The bytes of a text; empty when it holds half a surrogate pair.
  static Optional<Bytes> encode(String text) {
    try {
      var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(Bytes.ofUnshared(bytes));
    } catch (CharacterCodingException unpairedSurrogate) {
      return Optional.empty();
    }
  }

  /// The bytes of a text of our own.
  static Bytes utf8(String text) {
    return encode(text)
        .orElseThrow(() -> new IllegalArgumentException("the text has an unpaired surrogate"));
  }
}
