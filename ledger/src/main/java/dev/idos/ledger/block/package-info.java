/// What a block is to the rules: a height, a time, and what became of its transactions.
@NullMarked
package dev.idos.ledger.block;

import org.jspecify.annotations.NullMarked;
