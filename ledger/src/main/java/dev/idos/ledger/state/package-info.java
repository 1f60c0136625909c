/// The state root: a sparse Merkle tree over every live row (`ledger.md` §7).
@NullMarked
package dev.idos.ledger.state;

import org.jspecify.annotations.NullMarked;
