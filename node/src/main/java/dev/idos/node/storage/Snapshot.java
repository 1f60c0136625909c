package dev.idos.node.storage;

import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import java.util.Optional;

/// Everything as of one committed block, whatever is committed meanwhile. Good only inside the
/// call it was handed to, and for ten seconds at most.
public interface Snapshot {

  /// The block it shows the state after.
  ChainHead head();

  /// The rows and contents.
  Reader rows();

  /// What became of a transaction, as long as its receipt is kept.
  Optional<Receipt> receipt(TransactionHash transaction);

  /// How many rows a table has.
  long count(Table<?> table);
}
