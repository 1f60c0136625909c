package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.ContentChange;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What some blocks in a row have changed that is in the log, but not yet in the tables: found by
/// key and by index, as of each of these blocks. One thread adds blocks, any thread reads.
final class Memtable {

  /// What a block left in a place: a value, or that it is gone.
  record Left<V>(Optional<V> value) {}

  private static final NavigableSet<Key> NONE = Collections.emptyNavigableSet();

  private record Place(int table, Key key) {}

  private record Indexed(String index, Key values) {}

  /// What a block left, and what an earlier block of this memtable had left.
  private record Version<V>(long height, V value, @Nullable Version<V> earlier) {

    static <V> @Nullable Version<V> at(@Nullable Version<V> newest, long height) {
      Version<V> version = newest;
      while (version != null && version.height > height) {
        version = version.earlier;
      }
      return version;
    }
  }

  private final Map<Place, Version<RowChange<?>>> rows = new ConcurrentHashMap<>();
  private final Map<Indexed, ConcurrentSkipListSet<Key>> indexed = new ConcurrentHashMap<>();
  private final Map<UUID, Version<Optional<String>>> contents = new ConcurrentHashMap<>();
  private final Map<TransactionHash, Version<Receipt>> receipts = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Long, BlockCommit> blocks = new ConcurrentSkipListMap<>();
  private final AtomicLong bytes = new AtomicLong();

  /// Takes over a block. Readings of earlier blocks do not see it.
  void add(BlockCommit block) {
    long height = block.height();
    block.rows().forEach(row -> addRow(height, row));
    block
        .contents()
        .forEach(
            content ->
                contents.compute(
                    content.credential(),
                    (_, earlier) -> new Version<>(height, content.content(), earlier)));
    block.receipts().forEach(receipt -> addReceipt(height, receipt));
    block.erasedSenders().forEach(sender -> eraseReceipts(height, sender));
    blocks.put(height, block);
    var unused = bytes.addAndGet(block.estimatedBytes());
  }

  /// Has the receipts of a sender keep code and height only.
  void eraseReceipts(long height, Bytes sender) {
    receipts.forEach(
        (_, newest) -> {
          if (newest.value().sender().equals(sender)) {
            addReceipt(height, ReceiptRow.withoutSender(newest.value()));
          }
        });
  }

  private void addReceipt(long height, Receipt receipt) {
    receipts.compute(
        receipt.transaction(), (_, earlier) -> new Version<>(height, receipt, earlier));
  }

  private <R> void addRow(long height, RowChange<R> row) {
    Table<R> table = row.change().table();
    Key key = row.change().key();
    row.change()
        .after()
        .ifPresent(
            after -> {
              for (Index<R> index : table.indexes()) {
                table.indexKey(index, after).ifPresent(values -> addTo(index, values, key));
              }
            });
    rows.compute(new Place(table.id(), key), (_, earlier) -> new Version<>(height, row, earlier));
  }

  private void addTo(Index<?> index, Key values, Key key) {
    var unused =
        indexed
            .computeIfAbsent(new Indexed(index.name(), values), _ -> new ConcurrentSkipListSet<>())
            .add(key);
  }

  /// The row with this key after the block at a height, or that it is gone; null if no block here
  /// up to that height has changed it.
  @SuppressWarnings("unchecked") // an id belongs to one table
  <R> @Nullable Left<R> find(Table<R> table, Key key, long height) {
    Version<RowChange<?>> version = Version.at(rows.get(new Place(table.id(), key)), height);
    return version == null ? null : new Left<>(((RowChange<R>) version.value()).change().after());
  }

  /// The keys of all rows that ever had these index values here, in order.
  NavigableSet<Key> keys(Index<?> index, Key values) {
    NavigableSet<Key> keys = indexed.get(new Indexed(index.name(), values));
    return keys == null ? NONE : keys;
  }

  /// The content after the block at a height, or that it is gone; null if it is unchanged here.
  @Nullable Left<String> content(UUID credential, long height) {
    Version<Optional<String>> version = Version.at(contents.get(credential), height);
    return version == null ? null : new Left<>(version.value());
  }

  @Nullable Receipt receipt(TransactionHash transaction, long height) {
    Version<Receipt> version = Version.at(receipts.get(transaction), height);
    return version == null ? null : version.value();
  }

  /// How many rows a table has more after the block at a height than before this memtable.
  long added(Table<?> table, long height) {
    long added = 0;
    for (var entry : rows.entrySet()) {
      if (entry.getKey().table() == table.id()) {
        Version<RowChange<?>> version = Version.at(entry.getValue(), height);
        if (version != null) {
          added += version.value().change().after().isPresent() ? 1 : 0;
          added -= first(version).value().change().before().isPresent() ? 1 : 0;
        }
      }
    }
    return added;
  }

  private static <V> Version<V> first(Version<V> version) {
    Version<V> first = version;
    while (first.earlier() != null) {
      first = first.earlier();
    }
    return first;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /// About what its blocks take.
  long bytes() {
    return bytes.get();
  }

  /// Whether a block here replaced or deleted something about a person.
  boolean erases() {
    return blocks.values().stream().anyMatch(BlockCommit::erases);
  }

  /// What its blocks come to.
  NetEffect net() {
    return new NetEffect(netRows(), netContents(), List.copyOf(blocks.values()));
  }

  private List<RowChange<?>> netRows() {
    var ordered = new TreeMap<Integer, TreeMap<Key, RowChange<?>>>();
    rows.forEach(
        (place, newest) ->
            ordered
                .computeIfAbsent(place.table(), _ -> new TreeMap<>())
                .put(place.key(), newest.value().since(first(newest).value().change())));
    var net = new ArrayList<RowChange<?>>(rows.size());
    ordered.values().forEach(byKey -> net.addAll(byKey.values()));
    net.removeIf(row -> row.change().before().isEmpty() && row.change().after().isEmpty());
    return net;
  }

  private List<ContentChange> netContents() {
    var ordered = new TreeMap<Key, ContentChange>();
    contents.forEach(
        (id, newest) -> ordered.put(Key.of(id), new ContentChange(id, newest.value())));
    return List.copyOf(ordered.values());
  }
}
