package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.deletion.Erasing;
import dev.idos.ledger.deletion.Locks;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import java.util.Optional;

/// `remove_credential`: an owner deletes a credential, with its copies and their grants (W16).
final class Removing {

  private Removing() {}

  static Optional<Refused> apply(RemoveCredential remove, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    return switch (owner) {
      case Owner.One(UserId user) -> remove(remove.id(), user, execution);
      case Owner.Nobody _ -> Optional.of(Refusal.CREDENTIAL_NOT_OWNED.with());
      case Owner.Closing _, Owner.Several _ -> owner.refusal();
    };
  }

  private static Optional<Refused> remove(CredentialId id, UserId user, Execution execution) {
    Optional<Credential> credential =
        Credentials.find(id, execution.rows()).filter(it -> it.owner().equals(user));
    if (credential.isEmpty()) {
      return Optional.of(Refusal.CREDENTIAL_NOT_OWNED.with());
    }
    if (Locks.hold(id, execution.block().timeSeconds(), execution.rows())) {
      return Optional.of(Refusal.CREDENTIAL_LOCKED.with());
    }
    Erasing.credential(credential.get(), execution);
    return Optional.empty();
  }
}
