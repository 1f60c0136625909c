package dev.idos.ledger.deletion;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.writegrants.ConsumedPapers;
import dev.idos.protocol.CredentialId;
import java.util.Optional;

/// What goes together: a copy goes with its last grant, the grants of a copy with the copy, and the
/// copies of an original with the original. No rule deletes a grant or a credential but here.
public final class Erasing {

  private Erasing() {}

  /// Takes one grant away. Its copy stays as long as another grant opens it (W9, W17); then the
  /// paper that could have given the same grant is worthless from now on (W5).
  public static void grant(AccessGrant grant, Execution execution) {
    grantAlone(grant, execution);
    if (AccessGrants.on(grant.data(), execution.rows()).isEmpty()) {
      lastGrantWent(grant, execution);
    } else {
      execution
          .rows()
          .put(
              ConsumedPapers.ACCESS_GRANTS,
              ConsumedPapers.accessGrant(
                  grant.grantee().canonical(), grant.data(), grant.lockedUntil()));
    }
  }

  /// Takes a credential away with its copies and all their grants (W16).
  public static void credential(Credential credential, Execution execution) {
    for (CredentialId copy : SharedCredentials.copiesOf(credential.id(), execution.rows())) {
      Credentials.find(copy, execution.rows()).ifPresent(found -> alone(found, execution));
    }
    alone(credential, execution);
  }

  /// Takes a grant away and leaves its copy, which somebody else may read or which goes next.
  static void grantAlone(AccessGrant grant, Execution execution) {
    Usage.remove(execution, grant.owner(), AccessGrants.TABLE, AccessGrants.TABLE.key(grant));
    execution.rows().remove(DueErasures.TABLE, Key.of(grant.lockedUntil(), grant.id().value()));
  }

  private static void lastGrantWent(AccessGrant grant, Execution execution) {
    Optional<CredentialId> original = SharedCredentials.originalOf(grant.data(), execution.rows());
    Credentials.find(grant.data(), execution.rows())
        .ifPresent(copy -> CredentialRows.erase(copy, execution));
    original.ifPresent(id -> Closing.copyWent(grant.owner(), id, execution));
  }

  private static void alone(Credential credential, Execution execution) {
    for (AccessGrant grant : AccessGrants.on(credential.id(), execution.rows())) {
      grantAlone(grant, execution);
    }
    CredentialRows.erase(credential, execution);
  }
}
