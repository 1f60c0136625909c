/// How views answer: the columns of each list, and lists in parts.
@NullMarked
package dev.idos.ledger.answers;

import org.jspecify.annotations.NullMarked;
