/// The end of a profile, also of one that is still partly locked (`ledger.md` §4).
@NullMarked
package dev.idos.ledger.deletion;

import org.jspecify.annotations.NullMarked;
