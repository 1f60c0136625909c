package dev.idos.node.storage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnel;
import com.google.common.hash.PrimitiveSink;
import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows of almost every place in the tables that it is empty: a Bloom filter of the keys and index
/// values that rows have, or had. Whoever adds a row looks for its id and its signature first and
/// finds nothing; without the filter each such look searches the file.
///
/// It fills itself beside everything else, from the first flush on, and answers when it has seen
/// every row. What is deleted stays in it until it is filled anew: that costs a search, no more.
final class KeyFilter implements AutoCloseable {

  private static final double FALSE_POSITIVES = 0.01;

  /// What an entry takes for that many false positives.
  private static final int BITS_AN_ENTRY = 10;

  /// How many entries there is room for at least.
  static final long FEWEST_ENTRIES = 1 << 20;

  private static final long MOST_BYTES = 64L << 20;

  /// A small heap gives up less.
  private static final long PART_OF_HEAP = 16;

  /// Rows that are read in one go, so that no checkpoint waits long.
  private static final int BATCH = 1_000;

  @SuppressWarnings("NullAway") // the library's annotation: it hashes only what it is given here
  private static final Funnel<Place> HASH = KeyFilter::hash;

  private record Filter(BloomFilter<Place> entries, long capacity) {}

  private final Path file;
  private final SqlTables tables;

  /// The names of the tables it knows all rows of, and of their indexes.
  private final Set<String> covered;

  /// Held while the tables are written, and when a filter takes its place.
  private final ReentrantLock writing;

  private final long fewest;
  private volatile @Nullable Filter known;
  private volatile boolean stopping;
  private @Nullable Filter filling;
  private @Nullable Thread filler;
  private long added;

  /// @param writing held by the caller of [#add]
  /// @param fewest how many entries there is room for at least
  KeyFilter(Path file, SqlTables tables, ReentrantLock writing, long fewest) {
    this.file = file;
    this.tables = tables;
    this.writing = writing;
    this.fewest = fewest;
    this.covered =
        tables.ofLedger().stream()
            .flatMap(table -> names(table.table()))
            .collect(toUnmodifiableSet());
  }

  private static <R> Stream<String> names(Table<R> table) {
    return Stream.concat(Stream.of(table.name()), table.indexes().stream().map(Index::name));
  }

  /// Whether there surely is no row in this place. As good for a reading that began before the
  /// last flush: what is new since then is in the filter, too.
  boolean isEmpty(Place place) {
    Filter filter = known;
    return filter != null
        && covered.contains(place.name())
        && !filter.entries().mightContain(place);
  }

  /// Takes in rows that are about to be written. The caller holds the lock until they are.
  void add(List<RowChange<?>> rows) {
    Filter now = known;
    Filter next = filling;
    for (RowChange<?> row : rows) {
      if (now != null) {
        added += addChanged(row, now);
      }
      if (next != null) {
        var unused = addWhole(row, next);
      }
    }
    if (next == null && (now == null || isFull(now))) {
      startFilling();
    }
  }

  /// Adds what a changed row has that it did not have before.
  private static <R> int addChanged(RowChange<R> row, Filter filter) {
    Change<R> change = row.change();
    return change.after().map(r -> add(change.table(), change.before(), r, filter)).orElse(0);
  }

  /// Adds all that a row has: one that gave up a unique value is written anew, perhaps in a place
  /// of the file that was read already.
  private static <R> int addWhole(RowChange<R> row, Filter filter) {
    Change<R> change = row.change();
    return change.after().map(r -> add(change.table(), Optional.empty(), r, filter)).orElse(0);
  }

  /// Adds a row under its key and the values of its indexes, but for those it had before.
  ///
  /// @return how many of them are new to the filter
  private static <R> int add(Table<R> table, Optional<R> before, R after, Filter filter) {
    int fresh = 0;
    if (before.isEmpty() && filter.entries().put(Place.of(table, table.key(after)))) {
      fresh++;
    }
    for (Index<R> index : table.indexes()) {
      Optional<Key> values = table.indexKey(index, after);
      boolean had = before.isPresent() && table.indexKey(index, before.get()).equals(values);
      if (values.isPresent() && !had && filter.entries().put(Place.of(index, values.get()))) {
        fresh++;
      }
    }
    return fresh;
  }

  private boolean isFull(Filter filter) {
    return added > filter.capacity() && filter.capacity() < mostEntries();
  }

  private static long mostEntries() {
    long bytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    return bytes * Byte.SIZE / BITS_AN_ENTRY;
  }

  private void startFilling() {
    if (!stopping && (filler == null || !filler.isAlive())) {
      filler = Thread.ofPlatform().name("key-filter").daemon().start(this::fill);
    }
  }

  /// Reads every row; those that are written meanwhile come by [#add]. If it fails, the next flush
  /// begins again, and until then the file is searched.
  private void fill() {
    try (var session = new SqliteSession(SqliteFile.openReader(file), tables)) {
      Filter filter = begin(session);
      long entries = 0;
      for (SqlTable<?> table : tables.ofLedger()) {
        entries += fill(session, table, filter);
      }
      end(stopping ? null : filter, entries);
    } catch (SQLException | Unavailable failure) {
      end(null, 0);
    }
  }

  /// Once the flush under way is over, so that its rows are in the file.
  private Filter begin(SqliteSession session) {
    writing.lock();
    try {
      long entries = 0;
      for (SqlTable<?> table : tables.ofLedger()) {
        entries += session.lastRowId(table) * (1 + table.table().indexes().size());
      }
      long capacity = Math.clamp(2 * entries, fewest, Math.max(fewest, mostEntries()));
      var filter = new Filter(BloomFilter.create(HASH, capacity, FALSE_POSITIVES), capacity);
      filling = filter;
      return filter;
    } finally {
      writing.unlock();
    }
  }

  private <R> long fill(SqliteSession session, SqlTable<R> table, Filter filter) {
    long entries = 0;
    long last = 0;
    while (!stopping) {
      List<SqlTable.Numbered<R>> rows = session.after(table, last, BATCH);
      for (var row : rows) {
        entries += add(table.table(), Optional.empty(), row.row(), filter);
      }
      if (rows.size() < BATCH) {
        break;
      }
      last = rows.getLast().rowId();
    }
    return entries;
  }

  private void end(@Nullable Filter filled, long entries) {
    writing.lock();
    try {
      filling = null;
      if (filled != null) {
        known = filled;
        added = entries;
      }
    } finally {
      writing.unlock();
    }
  }

  /// How many entries there is room for; 0 until it answers.
  long capacity() {
    Filter filter = known;
    return filter == null ? 0 : filter.capacity();
  }

  /// Waits until a filling under way has ended.
  void awaitFilled() throws InterruptedException {
    Thread thread = filler;
    if (thread != null) {
      thread.join();
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      awaitFilled();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hash(Place place, PrimitiveSink into) {
    into.putUnencodedChars(place.name());
    for (Object part : place.key().parts()) {
      switch (part) {
        case UUID id ->
            into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        case String text -> into.putUnencodedChars(text);
        case Bytes bytes -> into.putBytes(bytes.exposeUnshared());
        case Long number -> into.putLong(number);
        case Boolean flag -> into.putBoolean(flag);
        default -> throw new ImpossibleState("a key part is text, uuid, number, flag or bytes");
      }
    }
  }
}
