package dev.idos.ledger.accessgrants.actions;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.deletion.Erasing;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.ledger.writegrants.actions.CreateAccessGrant;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.AccessGrantAction;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.action.AccessGrantAction.RevokeAccessGrant;
import java.util.Optional;

/// Everything that can be done to access grants by themselves.
public final class AccessGrantActions {

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(AccessGrantAction action, Execution execution) {
    return switch (action) {
      case RevokeAccessGrant revoke -> revoke(revoke, execution);
      case CreateAgByDagForCopy create -> CreateAccessGrant.apply(create, execution);
    };
  }

  private static Optional<Refused> revoke(RevokeAccessGrant revoke, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    return switch (owner) {
      case Owner.One(UserId user) -> revoke(revoke.id(), user, execution);
      case Owner.Nobody _ -> Optional.of(Refusal.ACCESS_GRANT_NOT_FOUND.with());
      case Owner.Closing _, Owner.Several _ -> owner.refusal();
    };
  }

  private static Optional<Refused> revoke(AccessGrantId id, UserId user, Execution execution) {
    Optional<AccessGrant> grant = AccessGrants.find(id, execution.rows());
    if (grant.isEmpty()) {
      return Optional.of(Refusal.ACCESS_GRANT_NOT_FOUND.with());
    }
    Optional<Refusal> refused =
        AccessGrantRules.revoke(grant.get(), user, execution.block().timeSeconds());
    if (refused.isEmpty()) {
      Erasing.grant(grant.get(), execution);
    }
    return refused.map(Refusal::with);
  }
}
