/// Nonces, kept for ever under a hash (`ledger.md` §4, §6).
@NullMarked
package dev.idos.ledger.accounts;

import org.jspecify.annotations.NullMarked;
