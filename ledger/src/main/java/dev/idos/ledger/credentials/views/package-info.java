/// What owners and grantees read of credentials: the same rules that guard writes.
@NullMarked
package dev.idos.ledger.credentials.views;

import org.jspecify.annotations.NullMarked;
