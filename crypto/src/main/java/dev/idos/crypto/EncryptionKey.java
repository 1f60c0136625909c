package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// A pair of X25519 keys, to which contents are sealed.
public final class EncryptionKey implements AutoCloseable {

  /// The number of bytes of either half.
  public static final int LENGTH = 32;

  private final SecretBytes secret;
  private final Bytes publicKey;

  private EncryptionKey(SecretBytes secret, Bytes publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /// The pair of a secret half.
  public static EncryptionKey of(SecretBytes secret) {
    if (secret.length() != LENGTH) {
      throw new IllegalArgumentException("expected a key of 32 bytes, got " + secret.length());
    }
    byte[] exposed = secret.exposeSecret();
    var publicKey = new byte[LENGTH];
    X25519.scalarMultBase(exposed, 0, publicKey, 0);
    Arrays.fill(exposed, (byte) 0);
    return new EncryptionKey(secret, Bytes.ofUnshared(publicKey));
  }

  /// A fresh pair.
  public static EncryptionKey generate(SecureRandom random) {
    var secret = new byte[LENGTH];
    random.nextBytes(secret);
    return of(SecretBytes.copyOf(secret));
  }

  /// The secret half.
  public SecretBytes secret() {
    return secret;
  }

  /// The half that may be shown.
  public Bytes publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secret.close();
  }
}
