package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/// How credential contents travel: `nonce ‖ box`, sealed with a key made for this one envelope.
/// The sender's own key is never used, so an envelope says nothing about who sealed it.
public final class Envelope {

  /// How much longer an envelope is than its content.
  public static final int OVERHEAD = SecretBox.NONCE_LENGTH + SecretBox.TAG_LENGTH;

  private Envelope() {}

  /// A sealed content and the public half of the key that sealed it.
  public record Sealed(Bytes content, Bytes encryptorPublicKey) {}

  /// Seals a content for a recipient.
  ///
  /// @throws IllegalArgumentException if the recipient's key is not usable
  public static Sealed seal(Bytes plaintext, Bytes recipientPublicKey, SecureRandom random) {
    var nonce = new byte[SecretBox.NONCE_LENGTH];
    random.nextBytes(nonce);
    try (EncryptionKey ephemeral = EncryptionKey.generate(random)) {
      return seal(plaintext, recipientPublicKey, ephemeral, Bytes.ofUnshared(nonce));
    }
  }

  /// The content of an envelope; empty when it was not sealed for this secret.
  public static Optional<Bytes> open(
      Bytes content, Bytes encryptorPublicKey, SecretBytes recipientSecret) {
    if (content.length() < OVERHEAD) {
      return Optional.empty();
    }
    Bytes nonce = content.slice(0, SecretBox.NONCE_LENGTH);
    return Box.sharedKey(encryptorPublicKey, recipientSecret)
        .flatMap(
            shared -> {
              try (shared) {
                return SecretBox.openFrom(content, SecretBox.NONCE_LENGTH, nonce, shared);
              }
            });
  }

  static Sealed seal(
      Bytes plaintext, Bytes recipientPublicKey, EncryptionKey ephemeral, Bytes nonce) {
    var content = new byte[OVERHEAD + plaintext.length()];
    System.arraycopy(nonce.exposeUnshared(), 0, content, 0, SecretBox.NONCE_LENGTH);
    try (SecretBytes shared = Box.sharedForSealing(recipientPublicKey, ephemeral.secret())) {
      SecretBox.sealInto(content, SecretBox.NONCE_LENGTH, plaintext, nonce, shared);
    }
    return new Sealed(Bytes.ofUnshared(content), ephemeral.publicKey());
  }
}
