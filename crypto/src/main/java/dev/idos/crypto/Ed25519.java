package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/// Ed25519: what [SignatureRules] lets through, then the equation with the cofactor, as RFC 8032
/// writes it: 8 S B = 8 R + 8 k A.
///
/// For every honest key and signature this is the same as the shorter equation without the eights.
/// Where a signer (nobody else can) leaves the main group on purpose, the two differ, and libraries
/// with them; `vectors/signatures.json` pins that this room follows the longer one.
///
/// A native library checks where it loads ([NativeEd25519]); Bouncy Castle checks everywhere else,
/// and everywhere makes keys and signatures. Which of them checked is not seen in any answer.
public final class Ed25519 {

  /// The number of bytes of a public key.
  public static final int PUBLIC_KEY_LENGTH = 32;

  /// The number of bytes of a seed, the secret that a key pair is made from.
  public static final int SEED_LENGTH = 32;

  /// The number of bytes of a signature.
  public static final int SIGNATURE_LENGTH = 64;

  private static final LoadedOnDemand LIBRARY = LoadedOnDemand.inBackground(Ed25519Library::best);

  private Ed25519() {}

  /// A fresh seed.
  public static SecretBytes generate(SecureRandom random) {
    var seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return SecretBytes.copyOf(seed);
  }

  /// The public key of a seed.
  public static Bytes publicKey(SecretBytes seed) {
    byte[] exposed = exposed(seed);
    try {
      var publicKey = new byte[PUBLIC_KEY_LENGTH];
      org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(exposed, 0, publicKey, 0);
      return Bytes.ofUnshared(publicKey);
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  /// Signs a message with the key of a seed.
  public static Bytes sign(SecretBytes seed, Bytes message) {
    byte[] exposed = exposed(seed);
    try {
      var signature = new byte[SIGNATURE_LENGTH];
      org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
          exposed, 0, message.exposeUnshared(), 0, message.length(), signature, 0);
      return Bytes.ofUnshared(signature);
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  /// Whether a signature is one of the message by the key. Never throws, whatever the bytes.
  public static boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
    return SignatureRules.isAcceptableEd25519(publicKey, signature)
        && LIBRARY.isSigned(publicKey, message, signature);
  }

  /// The same for a message in several parts, which are joined once.
  public static boolean verify(
      Bytes publicKey, Bytes signature, Bytes first, Bytes second, Bytes... more) {
    return verify(publicKey, joined(first, second, more), signature);
  }

  private static Bytes joined(Bytes first, Bytes second, Bytes... more) {
    var parts = new Bytes[2 + more.length];
    parts[0] = first;
    parts[1] = second;
    System.arraycopy(more, 0, parts, 2, more.length);
    return Bytes.concat(parts);
  }

  /// What checks the equation now.
  static Ed25519Library library() {
    return LIBRARY.library();
  }

  private static byte[] exposed(SecretBytes seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException("expected a seed of 32 bytes, got " + seed.length());
    }
    return seed.exposeSecret();
  }
}
