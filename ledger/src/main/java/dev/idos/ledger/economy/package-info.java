/// Allowances and fees. Tokens are refused: this network has no economy (`wire.md` §5).
@NullMarked
package dev.idos.ledger.economy;

import org.jspecify.annotations.NullMarked;
