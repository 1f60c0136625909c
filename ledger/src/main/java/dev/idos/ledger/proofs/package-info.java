/// Signature checks that need no rows: made once, in parallel, before a block runs.
@NullMarked
package dev.idos.ledger.proofs;

import org.jspecify.annotations.NullMarked;
