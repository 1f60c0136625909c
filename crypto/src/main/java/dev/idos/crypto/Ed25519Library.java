package dev.idos.crypto;

import java.security.GeneralSecurityException;

/// What checks an Ed25519 signature that has already passed [SignatureRules]. Every implementation
/// answers alike: by the equation with the cofactor.
interface Ed25519Library {

  /// The native library where it loads and accepts a known signature; Bouncy Castle otherwise.
  static Ed25519Library best() {
    try {
      var library = new NativeEd25519();
      if (library.isSignedByShorterEquation(PROBE_KEY, Bytes.EMPTY, PROBE_SIGNATURE)) {
        return library;
      }
    } catch (GeneralSecurityException | RuntimeException | LinkageError _) {
      // not this platform, or native access is denied
    }
    return new BouncyEd25519();
  }

  /// The key of the first test of RFC 8032, which signs the empty message.
  Bytes PROBE_KEY = Bytes.ofHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  /// The signature of that test.
  Bytes PROBE_SIGNATURE =
      Bytes.ofHex(
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
              + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");

  /// Whether the key signed the message; false when the key is no point. Never throws.
  boolean isSigned(Bytes publicKey, Bytes message, Bytes signature);
}
