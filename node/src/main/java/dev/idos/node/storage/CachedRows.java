package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Committed rows that the round has read lately, so that whoever writes often is looked up once:
/// the wallet, profile, account and quota of one sender are four reads a transaction. Holds a
/// bounded number of bytes, only what was committed, and never that a row is missing. For the
/// round's thread only.
final class CachedRows implements Reader {

  private static final long MOST_BYTES = 24L << 20;

  /// What an entry takes beside its texts.
  private static final long ENTRY_BYTES = 400;

  /// Longer lists are not kept: they change too often.
  private static final int LONGEST_LIST = 4;

  /// A row by its primary key, or the rows with the values of an index.
  private record Place(String name, Key key) {}

  private record Entry(List<?> rows, long bytes) {}

  private final LinkedHashMap<Place, Entry> entries = new LinkedHashMap<>(1024, 0.75f, true);
  private Reader committed;
  private long bytes;

  CachedRows(Reader committed) {
    this.committed = committed;
  }

  /// Reads from another connection from now on, and forgets everything.
  void startOver(Reader other) {
    committed = other;
    entries.clear();
    bytes = 0;
  }

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    var place = new Place(table.name(), key);
    List<R> known = known(place);
    if (known != null) {
      return Optional.of(known.getFirst());
    }
    Optional<R> row = committed.find(table, key);
    row.ifPresent(found -> keep(place, table, List.of(found)));
    return row;
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    var place = new Place(index.name(), values);
    List<R> known = known(place);
    if (known != null) {
      return known;
    }
    List<R> rows = committed.where(index, values);
    if (!rows.isEmpty() && rows.size() <= LONGEST_LIST) {
      keep(place, index.table(), rows);
    }
    return rows;
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    return committed.page(index, values, after, limit);
  }

  @Override
  public Optional<String> content(UUID credential) {
    return committed.content(credential);
  }

  /// Takes over what a block has committed.
  void committed(List<RowChange<?>> rows) {
    rows.forEach(row -> committed(row.change()));
  }

  private <R> void committed(Change<R> change) {
    Table<R> table = change.table();
    for (Index<R> index : table.indexes()) {
      change
          .before()
          .flatMap(row -> table.indexKey(index, row))
          .ifPresent(key -> forget(index, key));
      change
          .after()
          .flatMap(row -> table.indexKey(index, row))
          .ifPresent(key -> forget(index, key));
    }
    var place = new Place(table.name(), change.key());
    forget(place);
    if (change.before().isPresent() && change.after().isPresent()) {
      keep(place, table, List.of(change.after().get()));
    }
  }

  @SuppressWarnings("unchecked") // a name belongs to one table or index
  private <R> @Nullable List<R> known(Place place) {
    Entry entry = entries.get(place);
    return entry == null ? null : (List<R>) entry.rows();
  }

  private <R> void keep(Place place, Table<R> table, List<R> rows) {
    long size = ENTRY_BYTES;
    for (R row : rows) {
      size += sizeOf(table, row);
    }
    entries.put(place, new Entry(rows, size));
    bytes += size;
    var oldest = entries.entrySet().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().getValue().bytes();
      oldest.remove();
    }
  }

  private <R> void forget(Index<R> index, Key values) {
    forget(new Place(index.name(), values));
  }

  private void forget(Place place) {
    Entry entry = entries.remove(place);
    bytes -= entry == null ? 0 : entry.bytes();
  }

  private static <R> long sizeOf(Table<R> table, R row) {
    long size = 0;
    for (var column : table.columns()) {
      size +=
          switch (column.value().apply(row)) {
            case String text -> 2L * text.length();
            case Bytes value -> value.length();
            case null, default -> 16;
          };
    }
    return size;
  }
}
