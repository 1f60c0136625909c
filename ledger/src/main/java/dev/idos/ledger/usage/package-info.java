/// How much a profile holds, counted in one place (`ledger.md` §5).
@NullMarked
package dev.idos.ledger.usage;

import org.jspecify.annotations.NullMarked;
