package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.Tables;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.ledger.wallets.ConsumedProofs;
import dev.idos.ledger.wallets.ConsumedProofs.Consumed;
import dev.idos.protocol.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A place that holds a row is never said to be empty, whenever the row came.
class KeyFilterTest {

  private static final int MANY = 2_500; // more than are read in one go

  private final ReentrantLock writing = new ReentrantLock();

  @Test
  void it_answers_once_it_has_seen_every_row_of_the_file(@TempDir Path path) throws Exception {
    try (TestFolder folder = TestFolder.open(path);
        KeyFilter filter = filterOf(folder, KeyFilter.FEWEST_ENTRIES)) {
      write(folder, 0, MANY);
      assertThat(filter.capacity()).isZero();
      assertThat(emptyAmong(filter, MANY, 2 * MANY)).isZero();
      fill(filter);
      assertThat(filter.capacity()).isEqualTo(KeyFilter.FEWEST_ENTRIES);
      assertThat(emptyAmong(filter, 0, MANY)).isZero();
      assertThat(emptyAmong(filter, MANY, 2 * MANY)).isGreaterThan(2 * MANY * 95 / 100);
    }
  }

  @Test
  void it_knows_rows_that_were_written_while_it_filled_and_later(@TempDir Path path)
      throws Exception {
    try (TestFolder folder = TestFolder.open(path);
        KeyFilter filter = filterOf(folder, KeyFilter.FEWEST_ENTRIES)) {
      write(folder, 0, MANY);
      add(filter, List.of());
      int written = MANY;
      while (filter.capacity() == 0) {
        addAndWrite(filter, folder, written, written + 10);
        written += 10;
      }
      addAndWrite(filter, folder, written, written + 10);
      assertThat(emptyAmong(filter, 0, written + 10)).isZero();
    }
  }

  @Test
  void it_makes_room_when_it_is_full(@TempDir Path path) throws Exception {
    try (TestFolder folder = TestFolder.open(path);
        KeyFilter filter = filterOf(folder, 100)) {
      fill(filter);
      assertThat(filter.capacity()).isEqualTo(100);
      addAndWrite(filter, folder, 0, MANY);
      fill(filter);
      assertThat(filter.capacity()).isGreaterThanOrEqualTo(2 * MANY);
      assertThat(emptyAmong(filter, 0, MANY)).isZero();
      assertThat(emptyAmong(filter, MANY, 2 * MANY)).isGreaterThan(2 * MANY * 95 / 100);
    }
  }

  @Test
  void it_knows_the_rows_of_every_table(@TempDir Path path) throws Exception {
    try (TestFolder folder = TestFolder.open(path);
        KeyFilter filter = filterOf(folder, KeyFilter.FEWEST_ENTRIES)) {
      folder.block(rows -> Tables.all().forEach(table -> SampleRows.put(table, rows)));
      folder.flush();
      fill(filter);
      assertThat(filter.capacity()).isPositive();
      Tables.all().forEach(table -> assertKnown(filter, table));
    }
  }

  private static <R> void assertKnown(KeyFilter filter, Table<R> table) {
    R row = SampleRows.of(table);
    assertThat(filter.isEmpty(Place.of(table, table.key(row)))).as(table.name()).isFalse();
    for (Index<R> index : table.indexes()) {
      assertThat(table.indexKey(index, row).filter(key -> filter.isEmpty(Place.of(index, key))))
          .as(index.name())
          .isEmpty();
    }
  }

  @Test
  void it_says_nothing_about_receipts_and_blocks(@TempDir Path path) throws Exception {
    try (TestFolder folder = TestFolder.open(path);
        KeyFilter filter = filterOf(folder, KeyFilter.FEWEST_ENTRIES)) {
      fill(filter);
      assertThat(filter.capacity()).isPositive();
      assertThat(filter.isEmpty(Place.of(ReceiptRow.TABLE, Key.of(proof(1))))).isFalse();
      assertThat(filter.isEmpty(Place.of(BlockRow.TABLE, Key.of(1L)))).isFalse();
    }
  }

  @Test
  void the_storage_finds_all_rows_through_it(@TempDir Path path) throws Exception {
    try (TestFolder folder = TestFolder.open(path)) {
      write(folder, 0, MANY);
    }
    try (TestFolder folder = TestFolder.open(path)) {
      write(folder, MANY, MANY + 10);
      KeyFilter filter = folder.storage().filter();
      filter.awaitFilled();
      assertThat(filter.capacity()).isPositive();
      boolean allFound =
          folder
              .storage()
              .read(
                  snapshot -> {
                    for (int i = 0; i < MANY + 10; i++) {
                      var rows = snapshot.rows();
                      assertThat(rows.find(ConsumedProofs.CONSUMED, key(i))).contains(row(i));
                      assertThat(rows.where(ConsumedProofs.BY_USER, user(i)))
                          .containsExactly(row(i));
                      assertThat(rows.page(ConsumedProofs.BY_USER, user(i), Optional.empty(), 1))
                          .containsExactly(row(i));
                    }
                    return true;
                  });
      assertThat(allFound).isTrue();
    }
  }

  private KeyFilter filterOf(TestFolder folder, long fewest) {
    return new KeyFilter(folder.database(), new SqlTables(Tables.all()), writing, fewest);
  }

  private void fill(KeyFilter filter) throws InterruptedException {
    add(filter, List.of());
    filter.awaitFilled();
  }

  private void add(KeyFilter filter, List<RowChange<?>> rows) {
    writing.lock();
    try {
      filter.add(rows);
    } finally {
      writing.unlock();
    }
  }

  private static void write(TestFolder folder, int from, int to) {
    folder.block(rows -> put(rows, from, to));
    folder.flush();
  }

  /// As a flush does: first into the filter, then into the file.
  private void addAndWrite(KeyFilter filter, TestFolder folder, int from, int to) {
    writing.lock();
    try {
      var changes = folder.block(rows -> put(rows, from, to));
      filter.add(TestFolder.withHashes(changes));
      folder.flush();
    } finally {
      writing.unlock();
    }
  }

  private static void put(Changes rows, int from, int to) {
    for (int i = from; i < to; i++) {
      rows.put(ConsumedProofs.CONSUMED, row(i));
    }
  }

  /// How many of the places of some rows are said to be empty.
  private static int emptyAmong(KeyFilter filter, int from, int to) {
    var empty = new ArrayList<Place>();
    for (int i = from; i < to; i++) {
      var places =
          List.of(
              Place.of(ConsumedProofs.CONSUMED, key(i)), Place.of(ConsumedProofs.BY_USER, user(i)));
      places.stream().filter(filter::isEmpty).forEach(empty::add);
    }
    return empty.size();
  }

  private static Consumed row(int i) {
    return new Consumed(proof(i), Optional.of(new UserId(new UUID(7, i))));
  }

  private static Key key(int i) {
    return Key.of(proof(i));
  }

  private static Key user(int i) {
    return Key.of(new UUID(7, i));
  }

  private static Bytes proof(int i) {
    return TestFolder.hash("proof " + i);
  }
}
