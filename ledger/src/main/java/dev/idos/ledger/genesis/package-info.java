/// What a network starts from: its name, owner, inserters, limits. Two chains differ in these
// bytes.
@NullMarked
package dev.idos.ledger.genesis;

import org.jspecify.annotations.NullMarked;
