package dev.idos.ledger.store;

import java.util.Optional;

/// The net effect of a block on one row: what is to be stored, or that it is to be deleted.
///
/// @param before the committed row, if there was one
/// @param after the row to store, or nothing to delete it
public record Change<R>(Table<R> table, Key key, Optional<R> before, Optional<R> after) {}
