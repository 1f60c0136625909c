package dev.idos.ledger.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What rules may ask of the rows: committed ones, or committed ones as a block changes them.
public interface Reader {

  /// The row with this primary key.
  <R> Optional<R> find(Table<R> table, Key key);

  /// All rows with these index values, in primary key order. For lists that rules walk whole: the
  /// caller knows that a limit bounds them.
  <R> List<R> where(Index<R> index, Key values);

  /// At most `limit` rows with these index values whose primary key is above `after`, in primary
  /// key order.
  <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit);

  /// The encrypted content of a credential. For views only: rules never read content, they see its
  /// hash.
  Optional<String> content(UUID credential);
}
