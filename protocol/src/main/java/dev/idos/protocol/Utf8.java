package dev.idos.protocol;

import dev.idos.crypto.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// UTF-8 that reports what it cannot encode or decode. `String.getBytes` writes `?` for an unpaired
/// surrogate, so two different texts could hash alike.
public final class Utf8 {

  private Utf8() {}

  /// The UTF-8 bytes of a text.
  ///
  /// @throws IllegalArgumentException if the text has an unpaired surrogate
  public static Bytes encode(String text) {
    try {
      var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return Bytes.ofUnshared(bytes);
    } catch (CharacterCodingException unpaired) {
      throw new IllegalArgumentException("a text is valid unicode", unpaired);
    }
  }

  /// The text of UTF-8 bytes, or nothing if they are not UTF-8.
  public static Optional<String> decode(Bytes bytes) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes.exposeUnshared())).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
