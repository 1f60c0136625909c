package dev.idos.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.util.Pack;

/// NaCl's box: a [SecretBox] under the key that two X25519 keys share.
public final class Box {

  /// "expand 32-byte k", the constant of Salsa20.
  private static final int[] SIGMA = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

  private Box() {}

  /// Seals a content for a recipient. A nonce must never be used twice between two keys.
  ///
  /// @throws IllegalArgumentException if a key or the nonce has another length, or the public key
  ///     is one of those with which every secret shares the same key
  public static Bytes seal(
      Bytes plaintext, Bytes nonce, Bytes recipientPublicKey, SecretBytes senderSecret) {
    try (SecretBytes shared = sharedForSealing(recipientPublicKey, senderSecret)) {
      return SecretBox.seal(plaintext, nonce, shared);
    }
  }

  /// The content of a box; empty when keys, nonce and box do not belong together.
  public static Optional<Bytes> open(
      Bytes box, Bytes nonce, Bytes senderPublicKey, SecretBytes recipientSecret) {
    return sharedKey(senderPublicKey, recipientSecret)
        .flatMap(
            shared -> {
              try (shared) {
                return SecretBox.open(box, nonce, shared);
              }
            });
  }

  static SecretBytes sharedForSealing(Bytes recipientPublicKey, SecretBytes senderSecret) {
    return sharedKey(recipientPublicKey, senderSecret)
        .orElseThrow(() -> new IllegalArgumentException("not a usable X25519 public key"));
  }

  /// HSalsa20 of the X25519 agreement; empty for public keys of small order.
  static Optional<SecretBytes> sharedKey(Bytes publicKey, SecretBytes secret) {
    if (publicKey.length() != EncryptionKey.LENGTH || secret.length() != EncryptionKey.LENGTH) {
      return Optional.empty();
    }
    byte[] exposed = secret.exposeSecret();
    var agreement = new byte[EncryptionKey.LENGTH];
    try {
      return X25519.calculateAgreement(exposed, 0, publicKey.exposeUnshared(), 0, agreement, 0)
          ? Optional.of(hsalsa20(agreement))
          : Optional.empty();
    } finally {
      Arrays.fill(exposed, (byte) 0);
      Arrays.fill(agreement, (byte) 0);
    }
  }

  /// HSalsa20 with a zero input: the Salsa20 core without its last addition, of which the diagonal
  /// and the input words are the new key.
  private static SecretBytes hsalsa20(byte[] key) {
    var state = new int[16];
    Pack.littleEndianToInt(key, 0, state, 1, 4);
    Pack.littleEndianToInt(key, 16, state, 11, 4);
    for (int i = 0; i < 4; i++) {
      state[5 * i] = SIGMA[i];
    }
    var mixed = new int[16];
    Salsa20Engine.salsaCore(20, state, mixed);
    var derived = new byte[EncryptionKey.LENGTH];
    for (int i = 0; i < 4; i++) {
      Pack.intToLittleEndian(mixed[5 * i] - state[5 * i], derived, 4 * i);
      Pack.intToLittleEndian(mixed[6 + i] - state[6 + i], derived, 16 + 4 * i);
    }
    try {
      return SecretBytes.copyOf(derived);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }
}
