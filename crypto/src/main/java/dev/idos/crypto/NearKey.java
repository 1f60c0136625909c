package dev.idos.crypto;

import java.util.Optional;

/// The text of a NEAR public key: `ed25519:` and base 58.
public final class NearKey {

  private static final String PREFIX = "ed25519:";

  private NearKey() {}

  /// The text of a 32-byte key.
  public static String text(Bytes publicKey) {
    return PREFIX + Base58.encode(publicKey);
  }

  /// The key of a text; empty when it is none.
  public static Optional<Bytes> parse(String text) {
    return text.startsWith(PREFIX)
        ? Base58.decode(text.substring(PREFIX.length()))
            .filter(key -> key.length() == Ed25519.PUBLIC_KEY_LENGTH)
        : Optional.empty();
  }
}
