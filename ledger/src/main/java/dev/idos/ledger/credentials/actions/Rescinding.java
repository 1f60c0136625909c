package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.deletion.Erasing;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `rescind_shared_credential`: a grantee gives up its own grants on a copy, locked or not; others
/// keep theirs (W9).
final class Rescinding {

  private Rescinding() {}

  static Optional<Refused> apply(RescindSharedCredential rescind, Execution execution) {
    Set<String> forms = CallerForms.of(execution.caller());
    List<AccessGrant> own =
        AccessGrants.on(rescind.credentialId(), execution.rows()).stream()
            .filter(grant -> forms.contains(grant.grantee().canonical()))
            .toList();
    if (own.isEmpty()) {
      return Optional.of(Refusal.CREDENTIAL_SHARED_TO_CALLER_NOT_FOUND.with());
    }
    own.forEach(grant -> Erasing.grant(grant, execution));
    return Optional.empty();
  }
}
