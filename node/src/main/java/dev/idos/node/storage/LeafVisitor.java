package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;

/// Takes the leaves of the state tree one by one.
@FunctionalInterface
public interface LeafVisitor {

  /// One row: its table, its primary key and the hash of its fields.
  void leaf(Table<?> table, Key key, Bytes rowHash);
}
