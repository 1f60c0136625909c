package dev.idos.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The 20-byte address of an EVM account and its text.
public final class EvmAddress {

  /// The number of bytes of an address.
  public static final int LENGTH = 20;

  private EvmAddress() {}

  /// The address of an uncompressed public key (65 bytes, first byte 4).
  public static Bytes of(Bytes uncompressedKey) {
    return Hashes.keccak256(uncompressedKey.slice(1, 65)).slice(12, 32);
  }

  /// The text with EIP-55's upper-case letters, which are a checksum.
  public static String checksummed(Bytes address) {
    if (address.length() != LENGTH) {
      throw new IllegalArgumentException("expected 20 address bytes, got " + address.length());
    }
    String lower = address.hex();
    Bytes hash = Hashes.keccak256(Bytes.ofUnshared(lower.getBytes(StandardCharsets.US_ASCII)));
    var text = new StringBuilder("0x");
    for (int i = 0; i < lower.length(); i++) {
      int nibble = (hash.at(i / 2) >> (i % 2 == 0 ? 4 : 0)) & 15;
      char letter = lower.charAt(i);
      text.append(nibble >= 8 ? Character.toUpperCase(letter) : letter);
    }
    return text.toString();
  }

  /// Reads `0x` and 40 hex digits of any case; the checksum in the case is not looked at.
  public static Optional<Bytes> parse(String text) {
    return text.startsWith("0x") ? Hex.decode(text.substring(2), LENGTH) : Optional.empty();
  }
}
