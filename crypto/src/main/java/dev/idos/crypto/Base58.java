package dev.idos.crypto;

import java.util.Optional;

/// Base 58 with Bitcoin's alphabet and no checksum: NEAR keys and `did:key` texts.
public final class Base58 {

  private static final Radix58 BITCOIN =
      new Radix58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

  private Base58() {}

  /// Every sequence of bytes has exactly one text.
  public static String encode(Bytes value) {
    return BITCOIN.encode(value);
  }

  /// The bytes of a text; empty for a foreign letter or a text of more than 512 letters.
  public static Optional<Bytes> decode(String text) {
    return BITCOIN.decode(text);
  }
}
