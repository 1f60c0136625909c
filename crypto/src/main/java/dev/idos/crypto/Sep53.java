package dev.idos.crypto;

import java.nio.charset.StandardCharsets;

/// Stellar's signed messages: Ed25519 over the SHA-256 of a prefix and the message.
final class Sep53 {

  private static final Bytes PREFIX =
      Bytes.ofUnshared("Stellar Signed Message:\n".getBytes(StandardCharsets.US_ASCII));

  private Sep53() {}

  static Bytes digest(Bytes message) {
    return Sha256.of(PREFIX, message);
  }

  static boolean isSigned(Bytes publicKey, Bytes message, Bytes signature) {
    return Ed25519.verify(publicKey, digest(message), signature);
  }
}
