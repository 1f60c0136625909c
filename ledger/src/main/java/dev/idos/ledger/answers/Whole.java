package dev.idos.ledger.answers;

import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.usage.Usage;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists that are answered whole, as the original's are: up to a size, because a profile may hold
/// more than a node has memory for. Longer ones are read in parts.
public final class Whole {

  /// Bytes of texts in a list that is answered whole.
  public static final long MOST_BYTES = 16L << 20;

  private static final int AT_ONCE = 100;

  private Whole() {}

  /// Answers with all rows of these index values.
  public static <R> Answer of(Shape<R> shape, Index<R> index, Key values, Reader rows) {
    return read(index, values, rows).map(shape::all).orElseGet(Whole::tooLong);
  }

  /// All rows of these index values, or nothing if they are too long for one answer.
  public static <R> Optional<List<R>> read(Index<R> index, Key values, Reader rows) {
    var all = new ArrayList<R>();
    Optional<Key> after = Optional.empty();
    long bytes = 0;
    while (true) {
      List<R> some = rows.page(index, values, after, AT_ONCE);
      all.addAll(some);
      if (some.size() < AT_ONCE) {
        return Optional.of(all);
      }
      for (R row : some) {
        bytes += Usage.sizeOf(index.table(), row);
      }
      if (bytes > MOST_BYTES) {
        return Optional.empty();
      }
      after = Optional.of(index.table().key(some.getLast()));
    }
  }

  /// What is said instead of a list that is too long.
  public static Answer tooLong() {
    return new Answer.Denied(Refusal.LIST_TOO_LONG.with());
  }
}
