package dev.idos.ledger.credentials.actions;

import dev.idos.crypto.AuthScheme;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.CredentialRules;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.store.Key;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import java.util.List;
import java.util.Optional;

/// `edit_public_notes_as_issuer`: an issuer rewrites the notes of what it signed, to mark it
/// revoked for instance. Also where the profile is closing or full: a reader must learn of it.
final class NotesEditing {

  /// How many credentials one transaction rewrites, and so how many may share a notes id. Everybody
  /// waits while a transaction runs, and a short one can name the same credentials again and again.
  static final int MOST_AT_ONCE = 10_000;

  /// How many bytes of notes one transaction writes.
  static final long MOST_BYTES_AT_ONCE = 16L << 20;

  private NotesEditing() {}

  static Optional<Refused> apply(EditPublicNotesAsIssuer edit, Execution execution) {
    List<Credential> issued = issuedByCaller(edit.publicNotesId(), execution);
    if (issued.isEmpty()) {
      execution.effects().notice("you issued no credential with this id: nothing was edited");
      return Optional.empty();
    }
    if (issued.size() > MOST_AT_ONCE) {
      return Optional.of(Refusal.NOTES_ID_TOO_COMMON.with(MOST_AT_ONCE));
    }
    Optional<Refusal> changed =
        CredentialRules.rewriteNotes(edit.publicNotesId(), edit.publicNotes());
    if (changed.isPresent()) {
      return changed.map(Refusal::with);
    }
    return tooMuch(issued.size(), edit.publicNotes(), execution)
        .or(() -> rewrite(issued, edit.publicNotes(), execution));
  }

  private static Optional<Refused> tooMuch(int credentials, String notes, Execution execution) {
    execution.effects().rewrote(credentials, (long) credentials * Utf8.length(notes));
    return execution.effects().rewrittenNotes() > MOST_AT_ONCE
            || execution.effects().rewrittenBytes() > MOST_BYTES_AT_ONCE
        ? Optional.of(Refusal.NOTES_EDIT_TOO_LARGE.with(MOST_AT_ONCE, MOST_BYTES_AT_ONCE))
        : Optional.empty();
  }

  private static Optional<Refused> rewrite(
      List<Credential> issued, String notes, Execution execution) {
    String editor = execution.caller().text();
    for (Credential credential : issued) {
      Optional<Refused> full =
          CredentialRows.rewriteNotes(
              credential, credential.notes().rewritten(notes, editor), execution);
      if (full.isPresent()) {
        return full;
      }
    }
    return Optional.empty();
  }

  /// Only who signs with the plain Ed25519 key is that issuer: the key is its whole identity.
  private static List<Credential> issuedByCaller(String notesId, Execution execution) {
    if (execution.caller().scheme() != AuthScheme.ED25519) {
      return List.of();
    }
    Key values = Key.of(execution.caller().text(), notesId);
    return execution
        .rows()
        .page(Credentials.BY_NOTES_ID, values, Optional.empty(), MOST_AT_ONCE + 1);
  }
}
