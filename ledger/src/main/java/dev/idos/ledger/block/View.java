package dev.idos.ledger.block;

import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.Caller;

/// One question on its way through its rule.
///
/// @param caller who asks: logged in, or [Caller#NOBODY]
/// @param now the height and time the answer is given at
/// @param rows the committed rows
/// @param genesis what the network started from
public record View(Caller caller, BlockContext now, Reader rows, Genesis genesis) {}
