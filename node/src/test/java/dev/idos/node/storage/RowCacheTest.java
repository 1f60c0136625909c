package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.accounts.Accounts.Used;
import dev.idos.ledger.credentials.SharedCredential;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.CredentialId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered of committed rows is what was committed: seen through the storage.
class RowCacheTest {

  private static final Bytes ALICE = TestFolder.hash("alice");
  private static final Bytes BOB = TestFolder.hash("bob");
  private static final UUID CREDENTIAL = new UUID(0, 7);

  @Test
  void the_round_sees_rows_it_has_read_before_as_they_were_changed(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      for (long nonce = 1; nonce <= 5; nonce++) {
        long before = nonce - 1;
        long after = nonce;
        folder.block(
            rows -> {
              assertThat(nonce(rows, ALICE)).isEqualTo(before);
              rows.put(Accounts.ACCOUNTS, new Used(ALICE, after));
            });
      }
    }
  }

  @Test
  void a_view_sees_a_row_it_has_read_before_as_it_was_changed_and_deleted(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      for (long nonce = 1; nonce <= 3; nonce++) {
        var used = new Used(ALICE, nonce);
        folder.block(rows -> rows.put(Accounts.ACCOUNTS, used));
        assertThat(twice(folder, rows -> nonce(rows, ALICE))).containsExactly(nonce, nonce);
      }
      folder.block(rows -> rows.remove(Accounts.ACCOUNTS, Key.of(ALICE)));
      assertThat(twice(folder, rows -> nonce(rows, ALICE))).containsExactly(0L, 0L);
    }
  }

  @Test
  void a_list_it_has_read_before_gains_and_loses_rows(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 10)));
      assertThat(twice(folder, RowCacheTest::copies))
          .containsOnly(List.of(shared(1, 10)))
          .hasSize(2);
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 11)));
      assertThat(twice(folder, RowCacheTest::copies))
          .containsOnly(List.of(shared(1, 10), shared(1, 11)));
      folder.block(
          rows -> rows.remove(SharedCredentials.TABLE, SharedCredentials.TABLE.key(shared(1, 10))));
      assertThat(twice(folder, RowCacheTest::copies)).containsOnly(List.of(shared(1, 11)));
    }
  }

  @Test
  void a_content_that_was_read_is_gone_with_the_block_that_erases_it(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(rows -> rows.putContent(CREDENTIAL, "first"));
      assertThat(twice(folder, rows -> rows.content(CREDENTIAL)))
          .containsOnly(Optional.of("first"));
      folder.block(rows -> rows.putContent(CREDENTIAL, "second"));
      assertThat(twice(folder, rows -> rows.content(CREDENTIAL)))
          .containsOnly(Optional.of("second"));
      folder.block(rows -> rows.removeContent(CREDENTIAL));
      assertThat(twice(folder, rows -> rows.content(CREDENTIAL))).containsOnly(Optional.empty());
    }
  }

  @Test
  void a_reading_goes_on_with_its_block_when_another_is_committed(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      var runs = new AtomicInteger();
      assertThat(nonceWhile(folder, runs, () -> {})).isZero();
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void a_reading_that_the_tables_overtake_starts_again_with_the_last_block(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      var runs = new AtomicInteger();
      assertThat(nonceWhile(folder, runs, folder::flush)).isEqualTo(1);
      assertThat(runs).hasValue(2);
    }
  }

  /// Reads a row in a reading that begins before a block changes that row.
  private static long nonceWhile(TestFolder folder, AtomicInteger runs, Runnable afterBlock) {
    return folder
        .storage()
        .read(
            snapshot -> {
              if (runs.getAndIncrement() == 0) {
                folder.block(rows -> rows.put(Accounts.ACCOUNTS, new Used(ALICE, 1)));
                afterBlock.run();
              }
              assertThat(snapshot.head().height()).isEqualTo(runs.get() - 1);
              return nonce(snapshot.rows(), ALICE);
            });
  }

  @Test
  void readings_beside_the_round_and_the_flushes_never_mix_two_blocks(@TempDir Path path)
      throws Exception {
    var flushes = new AtomicInteger();
    var done = new AtomicBoolean();
    try (TestFolder folder = TestFolder.open(path);
        var threads = Executors.newCachedThreadPool()) {
      Callable<Long> reader =
          () -> {
            long height = 0;
            while (!done.get()) {
              height = oneBlock(folder, height);
            }
            return height;
          };
      List<Future<Long>> readers = List.of(threads.submit(reader), threads.submit(reader));
      Future<?> flushing =
          threads.submit(
              () -> {
                for (; !done.get(); flushes.incrementAndGet()) {
                  folder.flush();
                }
              });
      for (long nonce = 1; nonce <= 300 || flushes.get() < 20; nonce++) {
        long next = nonce;
        folder.block(
            rows -> {
              assertThat(nonce(rows, ALICE)).isEqualTo(next - 1);
              rows.put(Accounts.ACCOUNTS, new Used(ALICE, next));
              rows.put(Accounts.ACCOUNTS, new Used(BOB, next));
            });
      }
      done.set(true);
      flushing.get();
      for (Future<Long> one : readers) {
        assertThat(one.get()).isPositive();
      }
    } finally {
      done.set(true);
    }
  }

  /// Reads two rows that every block changes alike, and answers with the block's height.
  private static long oneBlock(TestFolder folder, long before) {
    return folder
        .storage()
        .read(
            snapshot -> {
              long height = snapshot.head().height();
              assertThat(height).isGreaterThanOrEqualTo(before);
              assertThat(nonce(snapshot.rows(), ALICE)).isEqualTo(height);
              assertThat(nonce(snapshot.rows(), BOB)).isEqualTo(height);
              return height;
            });
  }

  private static <T> List<T> twice(TestFolder folder, Function<Reader, T> reading) {
    var answers = new ArrayList<T>();
    for (int time = 0; time < 2; time++) {
      answers.add(folder.storage().read(snapshot -> reading.apply(snapshot.rows())));
    }
    return answers;
  }

  private static long nonce(Reader rows, Bytes account) {
    return rows.find(Accounts.ACCOUNTS, Key.of(account)).map(Used::nonce).orElse(0L);
  }

  private static List<SharedCredential> copies(Reader rows) {
    return rows.where(SharedCredentials.BY_ORIGINAL, Key.of(new UUID(0, 1)));
  }

  private static SharedCredential shared(int original, int copy) {
    return new SharedCredential(
        new CredentialId(new UUID(0, original)), new CredentialId(new UUID(0, copy)));
  }
}
