package dev.idos.node.storage;

import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;

/// Where rows are looked for: a table and a primary key, or an index and its values.
///
/// @param name of the table or the index; no two share one
record Place(String name, Key key) {

  static Place of(Table<?> table, Key key) {
    return new Place(table.name(), key);
  }

  static Place of(Index<?> index, Key values) {
    return new Place(index.name(), values);
  }
}
