/// The deterministic state machine: pure rules over typed actions. No clock, chance, threads or
/// I/O.
@NullMarked
package dev.idos.ledger;

import org.jspecify.annotations.NullMarked;
