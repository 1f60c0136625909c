package dev.idos.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `personal_sign`: what an EVM wallet signs when it is shown a text.
final class Eip191 {

  private Eip191() {}

  static Bytes digest(Bytes message) {
    String prefix = "\u0019Ethereum Signed Message:\n" + message.length();
    return Hashes.keccak256(Bytes.ofUnshared(prefix.getBytes(StandardCharsets.US_ASCII)), message);
  }

  /// The address that signed; empty when the signature is not acceptable.
  static Optional<Bytes> signer(Bytes message, Bytes signature) {
    return Secp256k1.recover(digest(message), signature).map(EvmAddress::of);
  }

  static Bytes sign(SecretBytes secret, Bytes message) {
    return Secp256k1.signRecoverable(secret, digest(message));
  }
}
