package dev.idos.sdk;

import dev.idos.protocol.TransactionHash;

/// A transaction that a block has decided and that changed what it was meant to.
///
/// @param log what the actions had to say, for instance that there was nothing to do
public record Executed(TransactionHash transaction, String log) {}
