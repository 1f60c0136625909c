package dev.idos.ledger.block;

import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.proofs.Proofs;
import dev.idos.ledger.store.Changes;
import dev.idos.protocol.Caller;

/// One action on its way through its rule: everything the rule may know, and where it writes.
///
/// @param caller who signed the transaction
/// @param block the only clock
/// @param rows the rows as the block has them so far
/// @param genesis what the network started from, limits among it
/// @param proofs what the signatures inside the action are worth
/// @param effects what else the action leaves behind
public record Execution(
    Caller caller,
    BlockContext block,
    Changes rows,
    Genesis genesis,
    Proofs proofs,
    Effects effects) {}
