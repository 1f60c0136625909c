/// The rows of profiles.
@NullMarked
package dev.idos.ledger.users;

import org.jspecify.annotations.NullMarked;
