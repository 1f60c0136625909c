package dev.idos.ledger.proofs;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Utf8;
import java.util.Optional;

/// What an issuer's two signatures of a credential are worth, and the hash its content enters the
/// state by.
public final class CredentialProof {

  private final Optional<Refusal> refusal;
  private final Bytes contentHash;

  private CredentialProof(Optional<Refusal> refusal, Bytes contentHash) {
    this.refusal = refusal;
    this.contentHash = contentHash;
  }

  /// Why the signatures do not hold; nothing when they do.
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /// The SHA-256 of the content's text.
  public Bytes contentHash() {
    return contentHash;
  }

  /// Checks the signature of the notes, and the broader one of that signature with the content.
  static CredentialProof check(
      String issuerKey,
      String notes,
      String notesSignature,
      String content,
      String broaderSignature) {
    var outcome =
        CredentialSignatures.check(issuerKey, notes, notesSignature, content, broaderSignature);
    return new CredentialProof(refusal(outcome), Sha256.of(Utf8.encode(content)));
  }

  private static Optional<Refusal> refusal(CredentialSignatures.Outcome outcome) {
    return switch (outcome) {
      case VALID -> Optional.empty();
      case ISSUER_KEY_MALFORMED -> Optional.of(Refusal.CREDENTIAL_ISSUER_KEY_INVALID);
      case CONTENT_MALFORMED -> Optional.of(Refusal.CREDENTIAL_CONTENT_INVALID);
      case NOTES_SIGNATURE_WRONG, BROADER_SIGNATURE_WRONG ->
          Optional.of(Refusal.CREDENTIAL_SIGNATURE_WRONG);
    };
  }
}
