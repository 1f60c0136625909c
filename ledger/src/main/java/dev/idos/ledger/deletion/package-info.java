/// Deleting: what goes together, and profiles that close while locks run out (`ledger.md` §4).
///
/// What always holds: nothing locked is deleted before its lock passes, except by its grantee; the
/// ledger erases the rest of a closing profile by itself, without anybody asking.
@NullMarked
package dev.idos.ledger.deletion;

import org.jspecify.annotations.NullMarked;
