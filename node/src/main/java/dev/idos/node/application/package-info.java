/// Joins the two rooms that do not know each other: what consensus ordered is executed by the
/// ledger and committed to the storage; views read from snapshots of the last committed block.
@NullMarked
package dev.idos.node.application;

import org.jspecify.annotations.NullMarked;
