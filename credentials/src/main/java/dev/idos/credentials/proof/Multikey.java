package dev.idos.credentials.proof;

import dev.idos.crypto.Base58;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import java.util.Arrays;
import java.util.Optional;

/// Ed25519 keys and signatures as multibase texts: `z`, then base 58.
public final class Multikey {

  private static final String BASE58 = "z";
  private static final Bytes PUBLIC_PREFIX = Bytes.of(0xed, 0x01);
  private static final Bytes SECRET_PREFIX = Bytes.of(0x80, 0x26);
  private static final int SECRET_LENGTH = 64;

  private Multikey() {}

  /// A public key as text, `z6Mk…`.
  public static String ofPublicKey(Bytes publicKey) {
    return BASE58 + Base58.encode(Bytes.concat(PUBLIC_PREFIX, publicKey));
  }

  /// The public key of a text, or nothing if it is not an Ed25519 key.
  public static Optional<Bytes> publicKey(String text) {
    return decode(text)
        .filter(bytes -> bytes.length() == PUBLIC_PREFIX.length() + Ed25519.PUBLIC_KEY_LENGTH)
        .filter(bytes -> bytes.slice(0, PUBLIC_PREFIX.length()).equals(PUBLIC_PREFIX))
        .map(bytes -> bytes.slice(PUBLIC_PREFIX.length(), bytes.length()));
  }

  /// The seed of a secret key text, or nothing if it is not an Ed25519 secret whose public half
  /// belongs to its seed.
  public static Optional<SecretBytes> seed(String text) {
    return decode(text)
        .filter(bytes -> bytes.length() == SECRET_PREFIX.length() + SECRET_LENGTH)
        .filter(bytes -> bytes.slice(0, SECRET_PREFIX.length()).equals(SECRET_PREFIX))
        .flatMap(bytes -> seedOf(bytes.slice(SECRET_PREFIX.length(), bytes.length())));
  }

  /// A signature as text.
  static String ofSignature(Bytes signature) {
    return BASE58 + Base58.encode(signature);
  }

  /// The signature of a text.
  static Optional<Bytes> signature(String text) {
    return decode(text).filter(bytes -> bytes.length() == Ed25519.SIGNATURE_LENGTH);
  }

  private static Optional<SecretBytes> seedOf(Bytes secret) {
    byte[] exposed = secret.toArray();
    var seed = SecretBytes.copyOf(Arrays.copyOf(exposed, Ed25519.SEED_LENGTH));
    Arrays.fill(exposed, (byte) 0);
    Bytes published = secret.slice(Ed25519.SEED_LENGTH, SECRET_LENGTH);
    return Ed25519.publicKey(seed).equals(published) ? Optional.of(seed) : Optional.empty();
  }

  private static Optional<Bytes> decode(String text) {
    return text.startsWith(BASE58)
        ? Base58.decode(text.substring(BASE58.length()))
        : Optional.empty();
  }
}
