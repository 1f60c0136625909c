package dev.idos.ledger.deletion;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// The table of erasures to come, in the order in which they come.
public final class DueErasures {

  /// The last column is the same in every row: an index over it lists the whole table in order.
  public static final Table<DueErasure> TABLE =
      new Table<>(
          "due_erasures",
          50,
          1,
          2,
          List.of(
              Column.of("locked_until", Kind.INT8, DueErasure::lockedUntil),
              Column.of("grant_id", Kind.UUID, row -> row.grant().value()),
              Column.of("user_id", Kind.UUID, row -> row.owner().value()),
              Column.of("waiting", Kind.BOOL, _ -> true)),
          row ->
              new DueErasure(row.int8(0), new AccessGrantId(row.uuid(1)), new UserId(row.uuid(2))));

  public static final Index<DueErasure> IN_ORDER =
      TABLE.index("due_erasures_in_order", false, "waiting");

  private DueErasures() {}

  /// The first erasures whose locks have passed by a time.
  public static List<DueErasure> passed(long timeSeconds, int limit, Reader rows) {
    return rows.page(IN_ORDER, Key.of(true), Optional.empty(), limit).stream()
        .filter(due -> due.lockedUntil() < timeSeconds)
        .toList();
  }

  /// The first second in which an erasure is due, if any is to come.
  public static Optional<Long> nextDue(Reader rows) {
    return rows.page(IN_ORDER, Key.of(true), Optional.empty(), 1).stream()
        .findFirst()
        .map(due -> due.lockedUntil() + 1);
  }
}
