package dev.idos.ledger.accessgrants;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.usage.Usage;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AccessGrantIds;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletIdentifier;
import java.util.Optional;

/// `create_access_grant`, which only other actions call: every grant comes into being here.
public final class Granting {

  private Granting() {}

  /// What is to be granted.
  ///
  /// @param grantee the identifier as it was written
  /// @param data a copy of the owner's, which the caller has made sure of
  public record Wish(
      UserId owner,
      String grantee,
      CredentialId data,
      long lockedUntil,
      String contentHash,
      AccessGrant.Origin origin) {}

  /// Makes the grant, or answers with the first reason not to.
  public static Optional<Refused> give(Wish wish, Execution execution) {
    Optional<WalletIdentifier> grantee = WalletIdentifier.parse(wish.grantee());
    if (grantee.isEmpty()) {
      return Optional.of(Refusal.GRANTEE_INVALID.with());
    }
    Optional<Refusal> lock =
        AccessGrantRules.lock(wish.lockedUntil(), execution.block().timeSeconds());
    if (lock.isPresent()) {
      return lock.map(Refusal::with);
    }
    AccessGrantId id = AccessGrantIds.of(wish.grantee(), wish.data(), wish.lockedUntil());
    if (AccessGrants.find(id, execution.rows()).isPresent()
        || AccessGrants.stands(grantee.get(), wish.data(), wish.lockedUntil(), execution.rows())) {
      return Optional.of(Refusal.ACCESS_GRANT_EXISTS.with());
    }
    var grant =
        new AccessGrant(
            execution.block().height(),
            id,
            wish.owner(),
            grantee.get(),
            wish.data(),
            wish.lockedUntil(),
            wish.contentHash(),
            wish.origin());
    return Usage.put(execution, wish.owner(), AccessGrants.TABLE, grant);
  }
}
