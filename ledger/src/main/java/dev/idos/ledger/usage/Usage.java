package dev.idos.ledger.usage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// How much each profile holds. Derived from the other rows, so it is no leaf of the state tree;
/// counted here and nowhere else, so that it stays right.
public final class Usage {

  /// What one profile holds.
  ///
  /// @param bytes of texts and contents
  /// @param rows of every table
  public record Held(UserId user, long bytes, long rows) {}

  /// One row a profile that holds anything.
  public static final Table<Held> USAGE =
      new Table<>(
              "usage",
              4,
              1,
              1,
              List.of(
                  Column.<Held>of("user_id", Kind.UUID, held -> held.user().value()),
                  Column.<Held>of("bytes", Kind.INT8, Held::bytes),
                  Column.<Held>of("row_count", Kind.INT8, Held::rows)),
              fields -> new Held(new UserId(fields.uuid(0)), fields.int8(1), fields.int8(2)))
          .notALeaf();

  private Usage() {}

  /// Stores a row of a profile and counts it, or the difference to the row it replaces.
  public static <R> Optional<Refused> put(Execution execution, UserId user, Table<R> table, R row) {
    Optional<R> before = execution.rows().find(table, table.key(row));
    long bytes = sizeOf(table, row) - before.map(old -> sizeOf(table, old)).orElse(0L);
    Optional<Refused> refused = charge(execution, user, bytes, before.isPresent() ? 0 : 1);
    if (refused.isEmpty()) {
      execution.rows().put(table, row);
    }
    return refused;
  }

  /// The same for a row that no quota refuses, because others depend on it.
  public static <R> void putAnyway(Execution execution, UserId user, Table<R> table, R row) {
    Optional<R> before = execution.rows().find(table, table.key(row));
    long bytes = sizeOf(table, row) - before.map(old -> sizeOf(table, old)).orElse(0L);
    store(execution, counted(execution, user, bytes, before.isPresent() ? 0 : 1));
    execution.rows().put(table, row);
  }

  /// Deletes a row of a profile and counts it off.
  public static <R> void remove(Execution execution, UserId user, Table<R> table, Key key) {
    Optional<R> row = execution.rows().find(table, key);
    if (row.isPresent()) {
      release(execution, user, sizeOf(table, row.get()), 1);
      execution.rows().remove(table, key);
    }
  }

  /// The bytes of the texts and byte strings of a row.
  public static <R> long sizeOf(Table<R> table, R row) {
    long size = 0;
    for (Column<R> column : table.columns()) {
      size +=
          switch (column.value().apply(row)) {
            case String text -> Utf8Length.of(text);
            case Bytes bytes -> bytes.length();
            case null, default -> 0;
          };
    }
    return size;
  }

  /// Counts what a rule is about to write (or, negative, delete) for a profile. Refuses what would
  /// exceed its quota; less is never refused.
  public static Optional<Refused> charge(
      Execution execution, UserId user, long bytesDelta, long rowsDelta) {
    Held then = counted(execution, user, bytesDelta, rowsDelta);
    Limits limits = execution.genesis().limits();
    if (bytesDelta > 0 && then.bytes() > limits.userBytes()) {
      return Optional.of(Refusal.QUOTA_BYTES.with(limits.userBytes()));
    }
    if (rowsDelta > 0 && then.rows() > limits.userRows()) {
      return Optional.of(Refusal.QUOTA_ROWS.with(limits.userRows()));
    }
    store(execution, then);
    return Optional.empty();
  }

  /// Counts a deletion, which no quota refuses.
  public static void release(Execution execution, UserId user, long bytes, long rows) {
    if (charge(execution, user, -bytes, -rows).isPresent()) {
      throw new ImpossibleState("a deletion is never over quota");
    }
  }

  /// Forgets a profile that is gone.
  public static void clear(Execution execution, UserId user) {
    execution.rows().remove(USAGE, Key.of(user.value()));
  }

  /// What a profile holds.
  public static Held of(UserId user, Reader rows) {
    return rows.find(USAGE, Key.of(user.value())).orElse(new Held(user, 0, 0));
  }

  private static Held counted(Execution execution, UserId user, long bytesDelta, long rowsDelta) {
    Held now = of(user, execution.rows());
    var then = new Held(user, now.bytes() + bytesDelta, now.rows() + rowsDelta);
    if (then.bytes() < 0 || then.rows() < 0) {
      throw new ImpossibleState("what is deleted was counted when it was written");
    }
    return then;
  }

  private static void store(Execution execution, Held then) {
    if (then.bytes() == 0 && then.rows() == 0) {
      clear(execution, then.user());
    } else {
      execution.rows().put(USAGE, then);
    }
  }
}
