/// Encrypted credentials: originals and copies, by whom they are written and read.
@NullMarked
package dev.idos.ledger.credentials;

import org.jspecify.annotations.NullMarked;
