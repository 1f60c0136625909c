package dev.idos.ledger.store;

import dev.idos.protocol.ImpossibleState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// Committed rows kept in memory, in the orders and with the unique indexes of a database. For
/// tests and for comparing a database against.
public final class RowsInMemory implements Reader {

  private final TreeMap<Integer, Rows<?>> tables = new TreeMap<>();
  private final Map<UUID, String> contents = new HashMap<>();

  /// Commits what a block did.
  ///
  /// @throws ImpossibleState if a change does not start from the committed row, or two rows would
  ///     share a unique index: the rules should have refused
  public void apply(List<Change<?>> changes, List<ContentChange> changedContents) {
    for (Change<?> change : changes) {
      removeBefore(change);
    }
    for (Change<?> change : changes) {
      addAfter(change);
    }
    for (ContentChange change : changedContents) {
      if (change.content().isPresent()) {
        contents.put(change.credential(), change.content().get());
      } else {
        contents.remove(change.credential());
      }
    }
  }

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    return Optional.ofNullable(of(table).byKey.get(key));
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    return List.copyOf(of(index.table()).with(index, values).values());
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    NavigableMap<Key, R> all = of(index.table()).with(index, values);
    var rows = after.isPresent() ? all.tailMap(after.get(), false) : all;
    return rows.values().stream().limit(limit).toList();
  }

  @Override
  public Optional<String> content(UUID credential) {
    return Optional.ofNullable(contents.get(credential));
  }

  /// How many contents are kept: a content without its credential would be a leak.
  public int contentCount() {
    return contents.size();
  }

  /// Walks all rows of a table in key order.
  public <R> void forEach(Table<R> table, Consumer<R> visitor) {
    of(table).byKey.values().forEach(visitor);
  }

  private <R> void removeBefore(Change<R> change) {
    Rows<R> rows = of(change.table());
    if (!Optional.ofNullable(rows.byKey.get(change.key())).equals(change.before())) {
      throw new ImpossibleState("a change starts from the committed row");
    }
    change.before().ifPresent(row -> rows.remove(change.key(), row));
  }

  private <R> void addAfter(Change<R> change) {
    change.after().ifPresent(row -> of(change.table()).add(change.key(), row));
  }

  @SuppressWarnings("unchecked") // an id belongs to one table
  private <R> Rows<R> of(Table<R> table) {
    return (Rows<R>) tables.computeIfAbsent(table.id(), _ -> new Rows<>(table));
  }

  private static final class Rows<R> {
    private final Table<R> table;
    private final TreeMap<Key, R> byKey = new TreeMap<>();
    private final List<TreeMap<Key, TreeMap<Key, R>>> byIndex = new ArrayList<>();

    Rows(Table<R> table) {
      this.table = table;
      table.indexes().forEach(_ -> byIndex.add(new TreeMap<>()));
    }

    NavigableMap<Key, R> with(Index<R> index, Key values) {
      return byIndex.get(table.indexes().indexOf(index)).getOrDefault(values, new TreeMap<>());
    }

    void add(Key key, R row) {
      byKey.put(key, row);
      for (int i = 0; i < byIndex.size(); i++) {
        Index<R> index = table.indexes().get(i);
        Optional<Key> values = table.indexKey(index, row);
        if (values.isPresent()) {
          var rows = byIndex.get(i).computeIfAbsent(values.get(), _ -> new TreeMap<>());
          if (index.unique() && !rows.isEmpty()) {
            throw new ImpossibleState("the index " + index.name() + " is unique");
          }
          rows.put(key, row);
        }
      }
    }

    void remove(Key key, R row) {
      byKey.remove(key);
      for (int i = 0; i < byIndex.size(); i++) {
        Optional<Key> values = table.indexKey(table.indexes().get(i), row);
        if (values.isPresent()) {
          with(table.indexes().get(i), values.get()).remove(key);
        }
      }
    }
  }
}
