package dev.idos.node.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.ContentChange;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows and contents of the tables that were read lately, for the round and for views: whoever is
/// busy is looked up once. It holds a bounded number of bytes, only what the last block in the
/// tables left, and never that a row is missing. What changes there leaves it at that moment.
final class RowCache {

  private static final long MOST_BYTES = 64L << 20;

  /// A small heap gives up less.
  private static final long PART_OF_HEAP = 8;

  /// What an entry takes beside its texts.
  private static final int ENTRY_BYTES = 400;

  /// Longer lists are not kept: they change too often.
  private static final int LONGEST_LIST = 4;

  /// Larger contents are not kept: one would drive out hundreds of people.
  private static final int LONGEST_CONTENT = 64 << 10;

  private static final String CONTENT = "content";
  private static final long CHANGING = -1;

  private record Entry(List<?> values, int bytes) {}

  private final Cache<Place, Entry> entries =
      Caffeine.newBuilder()
          .maximumWeight(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP))
          .weigher((Place _, Entry entry) -> entry.bytes())
          .executor(Runnable::run)
          .build();

  /// Held while entries are put or taken out, so that nothing read from one block is kept for the
  /// next.
  private final Object changes = new Object();

  /// The block whose rows these are. Looked at after an entry: if it is still the reader's, so was
  /// the entry.
  private volatile long height;

  RowCache(long height) {
    this.height = height;
  }

  /// The row with this key after the block at a height, if that is known here.
  <R> Optional<R> row(Table<R> table, Key key, long at) {
    return this.<R>known(Place.of(table, key), at).map(List::getFirst);
  }

  <R> Optional<List<R>> rows(Index<R> index, Key values, long at) {
    return known(Place.of(index, values), at);
  }

  Optional<String> content(UUID credential, long at) {
    return this.<String>known(contentOf(credential), at).map(List::getFirst);
  }

  /// Takes over what was read from the block at a height.
  <R> void keepRow(Table<R> table, Key key, R row, long at) {
    keep(Place.of(table, key), entry(table, List.of(row)), at);
  }

  <R> void keepRows(Index<R> index, Key values, List<R> rows, long at) {
    if (!rows.isEmpty() && rows.size() <= LONGEST_LIST) {
      keep(Place.of(index, values), entry(index.table(), rows), at);
    }
  }

  void keepContent(UUID credential, String content, long at) {
    if (content.length() <= LONGEST_CONTENT) {
      keep(contentOf(credential), new Entry(List.of(content), ENTRY_BYTES + content.length()), at);
    }
  }

  /// Takes over what was written into the tables.
  ///
  /// @param at the last block they hold now
  void flushed(long at, List<RowChange<?>> rows, List<ContentChange> contents) {
    synchronized (changes) {
      height = CHANGING;
      rows.forEach(row -> changed(row.change()));
      contents.forEach(content -> entries.invalidate(contentOf(content.credential())));
      height = at;
    }
  }

  private <R> void changed(Change<R> change) {
    Table<R> table = change.table();
    for (Index<R> index : table.indexes()) {
      change.before().flatMap(row -> table.indexKey(index, row)).ifPresent(k -> forget(index, k));
      change.after().flatMap(row -> table.indexKey(index, row)).ifPresent(k -> forget(index, k));
    }
    var place = Place.of(table, change.key());
    if (change.before().isPresent() && change.after().isPresent()) {
      entries.put(place, entry(table, List.of(change.after().get())));
    } else {
      entries.invalidate(place);
    }
  }

  @SuppressWarnings("unchecked") // a name belongs to one table or index
  private <V> Optional<List<V>> known(Place place, long at) {
    Entry entry = entries.getIfPresent(place);
    return entry != null && height == at ? Optional.of((List<V>) entry.values()) : Optional.empty();
  }

  private void keep(Place place, Entry entry, long at) {
    synchronized (changes) {
      if (height == at) {
        entries.put(place, entry);
      }
    }
  }

  private void forget(Index<?> index, Key values) {
    entries.invalidate(Place.of(index, values));
  }

  private static Place contentOf(UUID credential) {
    return new Place(CONTENT, Key.of(credential));
  }

  private static <R> Entry entry(Table<R> table, List<R> rows) {
    int bytes = ENTRY_BYTES;
    for (R row : rows) {
      for (var column : table.columns()) {
        bytes +=
            switch (column.value().apply(row)) {
              case String text -> 40 + text.length();
              case Bytes value -> 40 + value.length();
              case null, default -> 24;
            };
      }
    }
    return new Entry(rows, bytes);
  }
}
