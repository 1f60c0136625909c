/// Inserters and their delegates: who may create profiles.
@NullMarked
package dev.idos.ledger.inserters;

import org.jspecify.annotations.NullMarked;
