package dev.idos.sdk;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.Sha256;
import java.security.SecureRandom;

/// A credential ready to be stored: sealed for its reader, signed by its issuer.
///
/// @param content base64 of the envelope
/// @param encryptorKey base64 of the key that sealed it
/// @param issuerKey hex of the key that signed
public record Sealing(
    String notes,
    String content,
    String encryptorKey,
    String issuerKey,
    String notesSignature,
    String broaderSignature) {

  /// Seals and signs (`messages.md` §4, §6).
  static Sealing of(
      Bytes plaintext,
      String notes,
      RecipientKey reader,
      SecretBytes issuerSeed,
      SecureRandom random) {
    var sealed = reader.seal(plaintext, random);
    var signatures = CredentialSignatures.sign(issuerSeed, notes, sealed.content());
    return new Sealing(
        notes,
        sealed.content().base64(),
        sealed.encryptorPublicKey().base64(),
        signatures.issuerKeyHex(),
        signatures.notesSignatureBase64(),
        signatures.broaderSignatureBase64());
  }

  /// A copy for a grantee. Its key is thrown away: a copy is vouched for by what is inside it.
  static Sealing copy(Bytes plaintext, RecipientKey reader, SecureRandom random) {
    try (SecretBytes throwAway = Ed25519.generate(random)) {
      return of(plaintext, "", reader, throwAway, random);
    }
  }

  /// What stands for a plaintext in grants: it is equal for the original and all copies.
  static String contentHash(Bytes plaintext) {
    return Sha256.of(plaintext).hex();
  }
}
