package dev.idos.ledger.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How a list is read where some rows have newer forms: what lies below, without the rows that
/// changed, and the changed ones among them, in primary key order.
public final class Overlay {

  private Overlay() {}

  /// All rows with some index values.
  ///
  /// @param below all such rows as they lie below
  /// @param isChanged whether a row with this key changed in any way, or is gone
  /// @param changed the changed rows with these values
  public static <R> List<R> where(
      Index<R> index, List<R> below, Predicate<Key> isChanged, NavigableMap<Key, R> changed) {
    return merged(index.table(), unchanged(index.table(), below, isChanged), changed);
  }

  /// The first rows with some index values above a key.
  ///
  /// @param below what is asked for the rows as they lie below
  /// @param isChanged whether a row with this key changed in any way, or is gone
  /// @param changed the changed rows with these values above `after`: all, or the first `limit`
  public static <R> List<R> page(
      Index<R> index,
      Key values,
      Optional<Key> after,
      int limit,
      Reader below,
      Predicate<Key> isChanged,
      NavigableMap<Key, R> changed) {
    Table<R> table = index.table();
    var unchanged = new ArrayList<R>();
    Optional<Key> from = after;
    while (unchanged.size() < limit) {
      List<R> rows = below.page(index, values, from, limit);
      unchanged.addAll(unchanged(table, rows, isChanged));
      if (rows.size() < limit) {
        break;
      }
      from = Optional.of(table.key(rows.getLast()));
    }
    List<R> merged = merged(table, unchanged, changed);
    return merged.size() <= limit ? merged : List.copyOf(merged.subList(0, limit));
  }

  private static <R> List<R> unchanged(Table<R> table, List<R> rows, Predicate<Key> isChanged) {
    var unchanged = new ArrayList<R>(rows.size());
    for (R row : rows) {
      if (!isChanged.test(table.key(row))) {
        unchanged.add(row);
      }
    }
    return unchanged;
  }

  private static <R> List<R> merged(
      Table<R> table, List<R> unchanged, NavigableMap<Key, R> changed) {
    if (changed.isEmpty()) {
      return Collections.unmodifiableList(unchanged);
    }
    var merged = new TreeMap<Key, R>(changed);
    unchanged.forEach(row -> merged.put(table.key(row), row));
    return List.copyOf(merged.values());
  }
}
