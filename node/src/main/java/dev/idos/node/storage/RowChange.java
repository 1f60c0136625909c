package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import java.util.Optional;

/// A change of one row, with the hash by which the row stands in the state tree; nothing for a
/// deletion.
public record RowChange<R>(Change<R> change, Optional<Bytes> rowHash) {

  /// The same end, seen from where an earlier change of the row began.
  @SuppressWarnings("unchecked") // both are changes of one row
  RowChange<R> since(Change<?> earlier) {
    var before = (Optional<R>) earlier.before();
    return new RowChange<>(
        new Change<>(change.table(), change.key(), before, change.after()), rowHash);
  }
}
