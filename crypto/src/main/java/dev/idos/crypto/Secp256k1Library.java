package dev.idos.crypto;

import java.util.Optional;

/// What a library for secp256k1 must be able to do. Arguments have already passed
/// [SignatureRules], so every implementation answers alike.
interface Secp256k1Library {

  /// The native library where it loads and can verify what it signs; Bouncy Castle otherwise.
  static Secp256k1Library best() {
    try {
      var library = new NativeSecp256k1();
      Bytes digest = Sha256.of(Bytes.EMPTY);
      Optional<Bytes> recovered = library.recover(PROBE_SIGNATURE, digest, 0);
      if (recovered.equals(new BouncySecp256k1().recover(PROBE_SIGNATURE, digest, 0))) {
        return library;
      }
    } catch (RuntimeException | LinkageError _) {
      // not this platform, or native access is denied
    }
    return new BouncySecp256k1();
  }

  /// r is the x of the base point, s is 1: a signature of some key, whatever the digest.
  Bytes PROBE_SIGNATURE =
      Bytes.ofHex(
          "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
              + "0000000000000000000000000000000000000000000000000000000000000001");

  /// The uncompressed public key (65 bytes) of a private key.
  Bytes publicKey(SecretBytes secret);

  /// r and s with the nonce of RFC 6979, s in the lower half.
  Bytes sign(SecretBytes secret, Bytes digest);

  /// The uncompressed key for recovery id 0 or 1; empty when there is none.
  Optional<Bytes> recover(Bytes rs, Bytes digest, int recoveryId);

  /// Whether the key, compressed, made r and s; false when the key is no point.
  boolean verify(Bytes rs, Bytes digest, Bytes publicKey);

  /// The compressed form of an uncompressed key.
  default Bytes compress(Bytes publicKey) {
    return Bytes.concat(Bytes.of(2 + (publicKey.at(64) & 1)), publicKey.slice(1, 33));
  }
}
