/// What is said between programs: ids, values, transactions, actions, refusals and their one
/// encoding. Knows no state, no network and no database.
@NullMarked
package dev.idos.protocol;

import org.jspecify.annotations.NullMarked;
