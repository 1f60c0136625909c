package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.ContentMark;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.Issuance;
import dev.idos.ledger.credentials.Notes;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.proofs.CredentialProof;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import java.util.Optional;

/// `edit_credential`: an owner replaces a credential. It is the owner's from then on: no inserter's
/// name stands beside it any more (W27).
final class Editing {

  private Editing() {}

  static Optional<Refused> apply(EditCredential edit, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    return switch (owner) {
      case Owner.One(UserId user) -> edit(edit, user, execution);
      case Owner.Nobody _ -> nothingOfYours(execution);
      case Owner.Closing _, Owner.Several _ -> owner.refusal();
    };
  }

  private static Optional<Refused> edit(EditCredential edit, UserId user, Execution execution) {
    Optional<Credential> before =
        Credentials.find(edit.id(), execution.rows()).filter(it -> it.owner().equals(user));
    if (before.isPresent() && isShared(edit.id(), execution.rows())) {
      return Optional.of(Refusal.CREDENTIAL_SHARED.with());
    }
    Optional<Refusal> wrong = execution.proofs().credential().refusal();
    if (wrong.isPresent()) {
      return wrong.map(Refusal::with);
    }
    if (before.isEmpty()) {
      return nothingOfYours(execution);
    }
    return CredentialRows.replace(
        before.get(),
        edited(before.get(), edit, execution.proofs().credential()),
        edit.content(),
        execution);
  }

  /// A copy, or what a grant points to. An original may be edited: its copies stay as they are.
  private static boolean isShared(CredentialId id, Reader rows) {
    return SharedCredentials.isCopy(id, rows) || !AccessGrants.on(id, rows).isEmpty();
  }

  private static Optional<Refused> nothingOfYours(Execution execution) {
    execution.effects().notice("no credential of yours has this id: nothing was edited");
    return Optional.empty();
  }

  private static Credential edited(Credential before, EditCredential edit, CredentialProof proof) {
    return new Credential(
        before.id(),
        before.owner(),
        Notes.signed(edit.publicNotes()),
        ContentMark.of(edit.content(), proof),
        edit.encryptorPublicKey(),
        Issuance.of(
            edit.issuerAuthPublicKey(), edit.publicNotesSignature(), edit.broaderSignature()),
        null,
        before.issuerFee());
  }
}
