package dev.idos.node.application;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.Change;
import dev.idos.node.storage.RowChange;
import dev.idos.node.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/// The state tree in memory, kept in step with what is stored: one block ahead between execution
/// and commit, and taken back if the commit fails.
final class StateLeaves {

  private final StateTree tree = new StateTree();

  /// The tree of all stored rows: one thread reads them, another builds the tree.
  static StateLeaves load(Storage storage) {
    var leaves = new StateLeaves();
    try (var stored = StoredLeaves.read(storage)) {
      for (var some = stored.next(); !some.isEmpty(); some = stored.next()) {
        some.forEach(leaf -> leaves.tree.put(leaf.key(), leaf.rowHash()));
      }
    }
    return leaves;
  }

  /// Takes over the changes of a block, and answers with what is to be stored of each.
  List<RowChange<?>> apply(List<Change<?>> changes) {
    var rows = new ArrayList<RowChange<?>>(changes.size());
    for (Change<?> change : changes) {
      rows.add(apply(change));
    }
    return rows;
  }

  private <R> RowChange<R> apply(Change<R> change) {
    var row =
        new RowChange<R>(change, change.after().map(r -> LeafEncoding.value(change.table(), r)));
    if (change.table().isLeaf()) {
      Bytes key = LeafEncoding.key(change.table(), change.key());
      row.rowHash().ifPresentOrElse(hash -> tree.put(key, hash), () -> tree.remove(key));
    }
    return row;
  }

  /// Takes the changes of a block back.
  void revert(List<Change<?>> changes) {
    for (Change<?> change : changes) {
      revert(change);
    }
  }

  private <R> void revert(Change<R> change) {
    if (change.table().isLeaf()) {
      Bytes key = LeafEncoding.key(change.table(), change.key());
      change
          .before()
          .ifPresentOrElse(
              row -> tree.put(key, LeafEncoding.value(change.table(), row)),
              () -> tree.remove(key));
    }
  }

  Bytes root() {
    return tree.root();
  }

  int size() {
    return tree.size();
  }
}
