/// Credentials: originals, their edits, and copies made for a grantee (`actions.md` §6).
///
/// What always holds: a copy belongs to exactly one original of the same profile; an original is
/// never a copy; a copy lives as long as a grant on it; a pair of issuer key and broader signature
/// lives in one profile only.
@NullMarked
package dev.idos.ledger.credentials;

import org.jspecify.annotations.NullMarked;
