package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.writegrants.actions.CreateCredentials;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.CredentialAction;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.CredentialAction.UpsertCredentialAsInserter;
import java.util.Optional;

/// Everything that can be done to credentials.
public final class CredentialActions {

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(CredentialAction action, Execution execution) {
    return switch (action) {
      case UpsertCredentialAsInserter upsert -> Upserting.apply(upsert, execution);
      case AddCredential add -> Adding.apply(add, execution);
      case EditCredential edit -> Editing.apply(edit, execution);
      case EditPublicNotesAsIssuer edit -> NotesEditing.apply(edit, execution);
      case RemoveCredential remove -> Removing.apply(remove, execution);
      case RescindSharedCredential rescind -> Rescinding.apply(rescind, execution);
      case ShareCredential share -> Sharing.apply(share, execution);
      case CreateCredentialsByDwg create -> CreateCredentials.apply(create, execution);
    };
  }
}
