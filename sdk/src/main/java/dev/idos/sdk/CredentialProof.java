package dev.idos.sdk;

import java.util.Optional;

/// The issuer's signatures over a stored credential, and what the node says of them.
///
/// @param issuerVerified whether a copy is signed by the issuer of its original (a copy made by
///     its owner is not)
/// @param notesEditedBy who changed the notes last, if anybody did since they were signed
public record CredentialProof(
    String notesSignature,
    String broaderSignature,
    boolean issuerVerified,
    Optional<String> notesEditedBy) {

  static CredentialProof of(Row row) {
    return new CredentialProof(
        row.text("public_notes_signature"),
        row.text("broader_signature"),
        row.flag("issuer_verified"),
        row.maybeText("notes_edited_by"));
  }
}
