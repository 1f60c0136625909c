/// The ledger on its real storage, ordered by the solo sequencer, without a network in front of it:
/// what is acknowledged survives, whatever ends the process.
@NullMarked
package dev.idos.systemtests.storage;

import org.jspecify.annotations.NullMarked;
