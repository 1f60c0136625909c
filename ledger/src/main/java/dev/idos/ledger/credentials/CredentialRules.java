package dev.idos.ledger.credentials;

import dev.idos.protocol.NotesId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/// The rules of credentials. Each answers with the first reason to refuse, or nothing.
public final class CredentialRules {

  private CredentialRules() {}

  /// A pair of issuer key and broader signature lives in one profile only: whoever captured a
  /// signed credential cannot put it into another (W25).
  public static Optional<Refusal> livesHere(Collection<Credential> sameSignature, UserId owner) {
    boolean elsewhere = sameSignature.stream().anyMatch(other -> !other.owner().equals(owner));
    return elsewhere ? Optional.of(Refusal.ISSUER_SIGNATURE_REUSED) : Optional.empty();
  }

  /// An inserter overwrites only what it inserted, never into another profile, never what is a copy
  /// or has been shared (W1).
  public static Optional<Refusal> overwriteAsInserter(
      Credential there, Credential wanted, boolean isCopyOrShared) {
    if (!Objects.equals(there.inserter(), wanted.inserter())
        || !there.owner().equals(wanted.owner())) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED);
    }
    return isCopyOrShared ? Optional.of(Refusal.CREDENTIAL_SHARED) : Optional.empty();
  }

  /// An issuer rewrites notes, never the id by which others know them (W27).
  public static Optional<Refusal> rewriteNotes(String notesId, String laterNotes) {
    return NotesId.of(laterNotes).equals(notesId)
        ? Optional.empty()
        : Optional.of(Refusal.NOTES_ID_CHANGED);
  }

  /// Whether a copy can be traced to the issuer of its original: copies that owners make are signed
  /// with throw-away keys (W26).
  public static boolean issuerVerified(Credential credential, Credential original) {
    return credential.issuance().key().equals(original.issuance().key());
  }
}
