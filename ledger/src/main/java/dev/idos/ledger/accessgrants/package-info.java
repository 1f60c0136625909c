/// Access grants: who may read a copy, and until when it cannot be taken back (`actions.md` §8).
///
/// What always holds: a grant points to a living copy of the same profile; a grantee has one grant
/// for a copy and a lock, however its identifier is spelt; a locked grant is never deleted by its
/// owner.
@NullMarked
package dev.idos.ledger.accessgrants;

import org.jspecify.annotations.NullMarked;
