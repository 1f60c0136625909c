package dev.idos.ledger.inserters;

import dev.idos.protocol.InserterId;

/// Somebody who may create profiles.
///
/// @param name how it appears beside what it wrote; one inserter has it at a time
public record Inserter(InserterId id, String name) {}
