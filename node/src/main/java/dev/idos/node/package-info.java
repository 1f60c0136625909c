/// The storage node: the only room that sees both the ledger and consensus.
@NullMarked
package dev.idos.node;

import org.jspecify.annotations.NullMarked;
