package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/// ECDSA on secp256k1 over a 32-byte digest, as EVM and XRPL wallets use it.
///
/// The native library does the work where it loads, Bouncy Castle everywhere else. Both see only
/// what [SignatureRules] lets through and must then agree.
public final class Secp256k1 {

  /// The number of bytes of a private key and of a digest.
  public static final int SECRET_LENGTH = 32;

  private Secp256k1() {}

  /// A fresh private key.
  public static SecretBytes generate(SecureRandom random) {
    var candidate = new byte[SECRET_LENGTH];
    while (true) {
      random.nextBytes(candidate);
      var secret = SecretBytes.copyOf(candidate);
      if (isPrivateKey(secret)) {
        return secret;
      }
    }
  }

  /// Whether 32 bytes are a number from 1 to n - 1.
  public static boolean isPrivateKey(SecretBytes secret) {
    return secret.length() == SECRET_LENGTH && BouncySecp256k1.isScalar(secret);
  }

  /// The compressed public key (33 bytes).
  public static Bytes publicKey(SecretBytes secret) {
    return library().compress(library().publicKey(checked(secret)));
  }

  /// The uncompressed public key (65 bytes).
  public static Bytes uncompressedPublicKey(SecretBytes secret) {
    return library().publicKey(checked(secret));
  }

  /// Signs a digest with the nonce of RFC 6979: r and s, 32 bytes each, s in the lower half.
  public static Bytes sign(SecretBytes secret, Bytes digest) {
    return library().sign(checked(secret), checkedDigest(digest));
  }

  /// Signs a digest so that the key can be recovered: r, s and v (27 or 28).
  public static Bytes signRecoverable(SecretBytes secret, Bytes digest) {
    Bytes rs = sign(secret, digest);
    Optional<Bytes> own = Optional.of(uncompressedPublicKey(secret));
    int recoveryId = library().recover(rs, digest, 0).equals(own) ? 0 : 1;
    return Bytes.concat(rs, Bytes.of(27 + recoveryId));
  }

  /// The uncompressed key that made a 65-byte signature; empty when the rules forbid it.
  public static Optional<Bytes> recover(Bytes digest, Bytes signature) {
    return SignatureRules.recoveryId(signature)
        .flatMap(id -> library().recover(signature.slice(0, 64), checkedDigest(digest), id));
  }

  /// Whether r and s are a signature of the digest by a compressed key. Never throws.
  public static boolean verify(Bytes publicKey, Bytes digest, Bytes rs) {
    return publicKey.length() == 33
        && digest.length() == Sha256.LENGTH
        && SignatureRules.isAcceptableEcdsa(rs)
        && library().verify(rs, digest, publicKey);
  }

  private static Secp256k1Library library() {
    return Holder.LIBRARY;
  }

  private static SecretBytes checked(SecretBytes secret) {
    if (!isPrivateKey(secret)) {
      throw new IllegalArgumentException("expected a secp256k1 private key: 32 bytes below n");
    }
    return secret;
  }

  private static Bytes checkedDigest(Bytes digest) {
    if (digest.length() != Sha256.LENGTH) {
      throw new IllegalArgumentException("expected a digest of 32 bytes, got " + digest.length());
    }
    return digest;
  }

  /// Loaded when first needed, so that hashing never pays for it.
  private static final class Holder {
    static final Secp256k1Library LIBRARY = Secp256k1Library.best();
  }
}
