package dev.idos.node.storage;

import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Overlay;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.node.storage.Memtable.Left;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows after one block: what the memtables know, over what the tables hold.
///
/// The tables may already hold some of the blocks of the memtables, as long as they hold none
/// after the height: what a memtable knows of a row goes before what the tables say of it.
///
/// @param memtables the newest first
/// @param height the block
/// @param stored the tables
record MemtableReader(List<Memtable> memtables, long height, Reader stored) implements Reader {

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    Left<R> recent = recent(table, key);
    return recent != null ? recent.value() : stored.find(table, key);
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    List<R> rows = stored.where(index, values);
    var changed = changed(index, values, Optional.empty(), Integer.MAX_VALUE);
    return Overlay.where(index, rows, key -> isRecent(index.table(), key), changed);
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    var changed = changed(index, values, after, limit);
    return Overlay.page(
        index, values, after, limit, stored, key -> isRecent(index.table(), key), changed);
  }

  @Override
  public Optional<String> content(UUID credential) {
    for (Memtable memtable : memtables) {
      Left<String> content = memtable.content(credential, height);
      if (content != null) {
        return content.value();
      }
    }
    return stored.content(credential);
  }

  private <R> @Nullable Left<R> recent(Table<R> table, Key key) {
    for (Memtable memtable : memtables) {
      Left<R> row = memtable.find(table, key, height);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private boolean isRecent(Table<?> table, Key key) {
    return recent(table, key) != null;
  }

  /// The changed rows with these index values whose key is above `after`: all that can be among
  /// the first `limit`.
  private <R> TreeMap<Key, R> changed(Index<R> index, Key values, Optional<Key> after, int limit) {
    var found = new TreeMap<Key, R>();
    for (Memtable memtable : memtables) {
      NavigableSet<Key> keys = memtable.keys(index, values);
      int taken = 0;
      for (Key key : after.isPresent() ? keys.tailSet(after.get(), false) : keys) {
        if (taken == limit) {
          break;
        }
        Optional<R> row = recentWith(index, values, key);
        if (row.isPresent()) {
          found.put(key, row.get());
          taken++;
        }
      }
    }
    return found;
  }

  /// The changed row with this key, if it has the index values after the block.
  private <R> Optional<R> recentWith(Index<R> index, Key values, Key key) {
    Table<R> table = index.table();
    Left<R> recent = recent(table, key);
    return recent == null
        ? Optional.empty()
        : recent
            .value()
            .filter(row -> table.indexKey(index, row).filter(values::equals).isPresent());
  }
}
