package dev.idos.ledger.accessgrants;

import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import java.util.Collection;
import java.util.Optional;

/// The rules of access grants, for writing and for reading alike. Each answers with the first
/// reason to refuse, or nothing.
public final class AccessGrantRules {

  /// How far ahead a lock may reach: 100 years. Milliseconds given for seconds reach further (W28).
  public static final long LONGEST_LOCK_SECONDS = 100L * 31_557_600;

  private AccessGrantRules() {}

  /// Locked through the last second of its lock.
  public static boolean isLocked(AccessGrant grant, long timeSeconds) {
    return grant.lockedUntil() >= timeSeconds;
  }

  public static boolean anyLocked(Collection<AccessGrant> grants, long timeSeconds) {
    return grants.stream().anyMatch(grant -> isLocked(grant, timeSeconds));
  }

  /// `revoke_access_grant`: a stranger does not learn that the grant exists.
  public static Optional<Refusal> revoke(AccessGrant grant, UserId caller, long timeSeconds) {
    if (!grant.owner().equals(caller)) {
      return Optional.of(Refusal.ACCESS_GRANT_NOT_FOUND);
    }
    return isLocked(grant, timeSeconds)
        ? Optional.of(Refusal.ACCESS_GRANT_LOCKED)
        : Optional.empty();
  }

  /// How long a new grant may be locked. The past is allowed: then it is not locked.
  public static Optional<Refusal> lock(long lockedUntil, long timeSeconds) {
    boolean inRange = lockedUntil >= 0 && lockedUntil <= timeSeconds + LONGEST_LOCK_SECONDS;
    return inRange ? Optional.empty() : Optional.of(Refusal.LOCK_OUT_OF_RANGE);
  }

  /// Whether a grant still opens its copy: in a closing profile only as long as it is locked, also
  /// when the ledger has not come to erasing it yet.
  public static boolean opens(AccessGrant grant, boolean ownerIsClosing, long timeSeconds) {
    return !ownerIsClosing || isLocked(grant, timeSeconds);
  }
}
