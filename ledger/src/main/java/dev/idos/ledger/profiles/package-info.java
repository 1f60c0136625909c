/// Profiles: made by inserters, owned by whoever holds their wallets (`ledger.md` §3).
@NullMarked
package dev.idos.ledger.profiles;

import org.jspecify.annotations.NullMarked;
