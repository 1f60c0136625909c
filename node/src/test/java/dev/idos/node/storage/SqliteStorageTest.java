package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.accounts.Accounts.Used;
import dev.idos.ledger.credentials.SharedCredential;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.deletion.DueErasure;
import dev.idos.ledger.deletion.DueErasures;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.ledger.wallets.ConsumedProofs;
import dev.idos.ledger.wallets.ConsumedProofs.Consumed;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest {

  @Test
  void random_blocks_leave_the_same_rows_as_in_memory(@TempDir Path path) {
    long seed = 20_261_121;
    var random = new Random(seed);
    var memory = new RowsInMemory();
    try (TestFolder folder = TestFolder.open(path)) {
      for (int block = 0; block < 60; block++) {
        var changes = folder.block(rows -> writeSomething(random, rows));
        memory.apply(changes, List.of());
        if (random.nextInt(4) == 0) {
          folder.flush();
        }
        folder
            .storage()
            .read(
                snapshot -> {
                  compare(snapshot.rows(), memory);
                  var users = new AtomicLong();
                  memory.forEach(ConsumedProofs.CONSUMED, _ -> users.incrementAndGet());
                  assertThat(snapshot.count(ConsumedProofs.CONSUMED)).isEqualTo(users.get());
                  return true;
                });
      }
      assertThat(folder.storage().head().stateRoot()).isEqualTo(folder.root());
    }
    try (TestFolder again = TestFolder.open(path)) {
      assertThat(again.root()).isEqualTo(again.storage().head().stateRoot());
      assertThat(again.storage().head().height()).isEqualTo(60);
    }
  }

  private static void writeSomething(Random random, Changes rows) {
    for (int i = 0; i < 12; i++) {
      UUID one = small(random);
      UUID two = small(random);
      long number = random.nextInt(5) - 2L;
      if (random.nextInt(3) == 0) {
        rows.remove(Accounts.ACCOUNTS, Key.of(bytes(one)));
        rows.remove(DueErasures.TABLE, Key.of(number, one));
        rows.remove(ConsumedProofs.CONSUMED, Key.of(bytes(two)));
      } else {
        rows.put(Accounts.ACCOUNTS, new Used(bytes(one), number));
        rows.put(
            DueErasures.TABLE, new DueErasure(number, new AccessGrantId(one), new UserId(two)));
        rows.put(
            ConsumedProofs.CONSUMED,
            new Consumed(
                bytes(two),
                random.nextBoolean() ? Optional.of(new UserId(one)) : Optional.empty()));
      }
    }
  }

  private static UUID small(Random random) {
    return new UUID(random.nextInt(4) - 2L, random.nextInt(4) - 2L);
  }

  private static Bytes bytes(UUID id) {
    return Bytes.copyOf(SqlValue.bytes(id));
  }

  private static void compare(Reader stored, Reader memory) {
    for (long most = -2; most < 2; most++) {
      for (long least = -2; least < 2; least++) {
        var id = new UUID(most, least);
        var account = Key.of(bytes(id));
        assertThat(stored.find(Accounts.ACCOUNTS, account))
            .isEqualTo(memory.find(Accounts.ACCOUNTS, account));
        assertThat(stored.where(ConsumedProofs.BY_USER, Key.of(id)))
            .isEqualTo(memory.where(ConsumedProofs.BY_USER, Key.of(id)));
        var after = Optional.of(Key.of(most, id));
        assertThat(stored.page(DueErasures.IN_ORDER, Key.of(true), after, 3))
            .isEqualTo(memory.page(DueErasures.IN_ORDER, Key.of(true), after, 3));
      }
    }
    assertThat(stored.where(DueErasures.IN_ORDER, Key.of(true)))
        .isEqualTo(memory.where(DueErasures.IN_ORDER, Key.of(true)));
  }

  @Test
  void two_rows_may_swap_a_unique_value_in_one_block(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(
          rows -> {
            rows.put(SharedCredentials.TABLE, shared(1, 10));
            rows.put(SharedCredentials.TABLE, shared(2, 20));
          });
      folder.block(
          rows -> {
            rows.remove(SharedCredentials.TABLE, SharedCredentials.TABLE.key(shared(1, 10)));
            rows.remove(SharedCredentials.TABLE, SharedCredentials.TABLE.key(shared(2, 20)));
            rows.put(SharedCredentials.TABLE, shared(1, 20));
            rows.put(SharedCredentials.TABLE, shared(2, 10));
          });
      assertThat(originalOf(folder, 20)).contains(credential(1));
      assertThat(originalOf(folder, 10)).contains(credential(2));
    }
  }

  @Test
  void a_block_that_breaks_a_unique_index_is_a_bug_and_changes_nothing(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 10)));
      folder.flush();
      ChainHead before = folder.storage().head();
      assertThatThrownBy(
              () ->
                  folder.block(
                      rows -> {
                        rows.put(SharedCredentials.TABLE, shared(3, 30));
                        rows.put(SharedCredentials.TABLE, shared(2, 10));
                      }))
          .isInstanceOf(ImpossibleState.class);
      assertThat(folder.storage().head()).isEqualTo(before);
      assertThat(originalOf(folder, 30)).isEmpty();
      assertThat(originalOf(folder, 10)).contains(credential(1));
    }
  }

  @Test
  void a_flush_in_the_middle_of_a_block_hides_nothing_from_it(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 10)));
      assertThatThrownBy(
              () ->
                  folder.block(
                      rows -> {
                        folder.flush();
                        assertThat(rows.where(SharedCredentials.BY_ORIGINAL, key(1))).hasSize(1);
                        rows.put(SharedCredentials.TABLE, shared(2, 10));
                      }))
          .isInstanceOf(ImpossibleState.class)
          .hasMessageContaining("is unique");
      assertThat(originalOf(folder, 10)).contains(credential(1));
    }
  }

  @Test
  void a_snapshot_does_not_see_what_is_committed_meanwhile(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 10)));
      var seen =
          folder
              .storage()
              .read(
                  snapshot -> {
                    long height = snapshot.head().height();
                    assertThat(snapshot.count(SharedCredentials.TABLE)).isEqualTo(1);
                    folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 11)));
                    assertThat(snapshot.head().height()).isEqualTo(height);
                    return snapshot.rows().where(SharedCredentials.BY_ORIGINAL, key(1));
                  });
      assertThat(seen).containsExactly(shared(1, 10));
      assertThat(folder.storage().<Long>read(snapshot -> snapshot.count(SharedCredentials.TABLE)))
          .isEqualTo(2);
    }
  }

  @Test
  void an_abandoned_block_leaves_nothing_and_the_next_one_goes_on(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      var unused = folder.storage().beginBlock();
      folder.storage().abandon();
      folder.storage().abandon();
      folder.block(rows -> rows.put(SharedCredentials.TABLE, shared(1, 10)));
      assertThat(folder.storage().head().height()).isEqualTo(1);
    }
  }

  @Test
  void a_folder_of_another_network_is_refused_in_a_sentence(@TempDir Path path) {
    TestFolder.open(path).close();
    var otherName = new Chain("idos-other", TestFolder.hash("genesis"), "{}");
    assertThatThrownBy(() -> TestFolder.open(path, otherName))
        .isInstanceOf(FolderRefused.class)
        .hasMessage(
            "the data folder belongs to the network idos-test, not to idos-other: use another"
                + " folder");
    var otherGenesis = new Chain("idos-test", TestFolder.hash("another genesis"), "{}");
    assertThatThrownBy(() -> TestFolder.open(path, otherGenesis))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("another network that is also called idos-test");
    TestFolder.open(path).close();
  }

  private static SharedCredential shared(int original, int copy) {
    return new SharedCredential(credential(original), credential(copy));
  }

  private static CredentialId credential(int number) {
    return new CredentialId(new UUID(0, number));
  }

  private static Key key(int number) {
    return Key.of(new UUID(0, number));
  }

  private static Optional<CredentialId> originalOf(TestFolder folder, int copy) {
    return folder
        .storage()
        .read(snapshot -> SharedCredentials.originalOf(credential(copy), snapshot.rows()));
  }
}
