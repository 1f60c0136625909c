/// Wallets: which exist, whose they are, what proves them (`ledger.md` §1–3).
@NullMarked
package dev.idos.ledger.wallets;

import org.jspecify.annotations.NullMarked;
