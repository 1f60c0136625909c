package dev.idos.protocol.action;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;

/// Access grants: who may read a copy, and until when it cannot be taken back.
public sealed interface AccessGrantAction extends Action {

  @Wire(value = "revoke_access_grant", description = "Revoke an Access Grant from idOS")
  record RevokeAccessGrant(AccessGrantId id) implements AccessGrantAction {}

  /// A grant on an existing copy, by a paper the owner signed.
  @Wire(value = "create_ag_by_dag_for_copy", description = "Create an Access Grant in idOS")
  record CreateAgByDagForCopy(
      String dagOwnerWalletIdentifier,
      String dagGranteeWalletIdentifier,
      CredentialId dagDataId,
      long dagLockedUntil,
      String dagContentHash,
      @MaxBytes(4 * MaxBytes.PROOF) String dagSignature)
      implements AccessGrantAction {}
}
