package dev.idos.crypto;

import java.util.HexFormat;
import java.util.Optional;

/// Hex digits from outside, which may be anything.
final class Hex {

  private Hex() {}

  /// The bytes of hex digits of any case without `0x`; empty for any other text.
  static Optional<Bytes> decode(String text) {
    if (text.length() % 2 != 0 || !text.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(Bytes.ofHex(text));
  }

  /// The same for a known number of bytes.
  static Optional<Bytes> decode(String text, int length) {
    return text.length() == 2 * length ? decode(text) : Optional.empty();
  }
}
