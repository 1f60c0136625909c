package dev.idos.sdk;

import dev.idos.credentials.PublicNotes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.util.Optional;

/// A credential in a list: everything but its content.
///
/// @param notesText what the issuer says in the open, as it was stored
/// @param issuerKey the key that signed notes and content; of a copy, the key of that copy alone
/// @param inserter who wrote it, if not its owner
/// @param originalId the credential this is a copy of; empty for originals
public record CredentialEntry(
    CredentialId id,
    UserId userId,
    String notesText,
    String issuerKey,
    Optional<String> inserter,
    Optional<CredentialId> originalId) {

  /// What the issuer says in the open; unreadable notes say nothing.
  public PublicNotes notes() {
    return Notes.read(notesText);
  }

  /// Whether this is a copy made for a grantee.
  public boolean isCopy() {
    return originalId.isPresent();
  }

  static CredentialEntry of(Row row) {
    return new CredentialEntry(
        new CredentialId(row.uuid("id")),
        new UserId(row.uuid("user_id")),
        row.maybeText("public_notes").orElse(""),
        row.text("issuer_auth_public_key"),
        row.maybeText("inserter"),
        row.maybeUuid("original_id").map(CredentialId::new));
  }
}
