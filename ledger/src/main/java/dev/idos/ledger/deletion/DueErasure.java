package dev.idos.ledger.deletion;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.UserId;

/// That a locked grant of a closing profile is to be erased once its lock has passed.
///
/// @param lockedUntil the last second of the lock
/// @param grant the grant, whose copy goes with it
/// @param owner the closing profile
public record DueErasure(long lockedUntil, AccessGrantId grant, UserId owner) {}
