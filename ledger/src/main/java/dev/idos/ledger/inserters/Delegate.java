package dev.idos.ledger.inserters;

import dev.idos.protocol.InserterId;

/// An address or key that acts for an inserter.
///
/// @param address in its canonical form: spellings of one key are one delegate (W12)
public record Delegate(String address, InserterId inserterId) {}
