package dev.idos.ledger.store;

import dev.idos.protocol.ImpossibleState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The changed rows of one table, indexed as the committed ones are, so that no read walks a block.
final class TableChanges<R> {

  private final Table<R> table;
  private final Reader committed;
  private final List<Index<R>> indexes;
  private final List<Map<Key, TreeMap<Key, R>>> changedBy = new ArrayList<>();
  private final Map<Key, Optional<R>> changed = new HashMap<>();
  private final Map<Key, Optional<R>> read = new HashMap<>();

  TableChanges(Table<R> table, Reader committed) {
    this.table = table;
    this.committed = committed;
    this.indexes = table.indexes();
    for (int i = 0; i < indexes.size(); i++) {
      changedBy.add(new HashMap<>());
    }
  }

  Table<R> table() {
    return table;
  }

  Optional<R> find(Key key) {
    Optional<R> row = changed.get(key);
    return row != null ? row : before(key);
  }

  List<R> where(Index<R> index, Key values) {
    List<R> rows = committed.where(index, values);
    return Overlay.where(index, rows, changed::containsKey, written(index, values));
  }

  List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    NavigableMap<Key, R> written = written(index, values);
    NavigableMap<Key, R> above = after.isPresent() ? written.tailMap(after.get(), false) : written;
    return Overlay.page(index, values, after, limit, committed, changed::containsKey, above);
  }

  /// Notes a row, and answers what was noted before: nothing if the key was unchanged.
  Optional<Optional<R>> write(Key key, Optional<R> row) {
    before(key);
    Optional<Optional<R>> earlier = Optional.ofNullable(changed.get(key));
    restore(key, Optional.of(row));
    return earlier;
  }

  void restore(Key key, Optional<Optional<R>> state) {
    Optional<R> present = changed.getOrDefault(key, Optional.empty());
    if (present.isPresent()) {
      unindex(key, present.get());
    }
    if (state.isEmpty()) {
      changed.remove(key);
      return;
    }
    Optional<R> row = state.get();
    changed.put(key, row);
    if (row.isPresent()) {
      index(key, row.get());
    }
  }

  void addNetTo(List<Change<?>> net) {
    new TreeMap<>(changed)
        .forEach(
            (key, after) -> {
              Optional<R> before = before(key);
              if (!before.equals(after)) {
                net.add(new Change<>(table, key, before, after));
              }
            });
  }

  /// The committed row, read once a block.
  private Optional<R> before(Key key) {
    Optional<R> row = read.get(key);
    if (row == null) {
      row = committed.find(table, key);
      read.put(key, row);
    }
    return row;
  }

  private NavigableMap<Key, R> written(Index<R> index, Key values) {
    return changedBy.get(place(index)).getOrDefault(values, new TreeMap<>());
  }

  private void index(Key key, R row) {
    for (int i = 0; i < indexes.size(); i++) {
      Optional<Key> values = table.indexKey(indexes.get(i), row);
      if (values.isPresent()) {
        changedBy.get(i).computeIfAbsent(values.get(), _ -> new TreeMap<>()).put(key, row);
      }
    }
  }

  private void unindex(Key key, R row) {
    for (int i = 0; i < indexes.size(); i++) {
      Optional<Key> values = table.indexKey(indexes.get(i), row);
      if (values.isPresent()) {
        Map<Key, TreeMap<Key, R>> by = changedBy.get(i);
        TreeMap<Key, R> rows = by.get(values.get());
        if (rows != null && rows.remove(key) != null && rows.isEmpty()) {
          by.remove(values.get());
        }
      }
    }
  }

  private int place(Index<R> index) {
    int place = indexes.indexOf(index);
    if (place < 0) {
      throw new ImpossibleState("the index is declared on its table");
    }
    return place;
  }
}
