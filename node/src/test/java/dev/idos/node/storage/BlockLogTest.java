package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.Tables;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.accounts.Accounts.Used;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crash leaves is a copy of the folder of a running node.
class BlockLogTest {

  private static final Bytes ALICE = TestFolder.hash("alice");
  private static final UUID CREDENTIAL = new UUID(0, 7);

  private final Path path;
  private final Path crashed;

  BlockLogTest(@TempDir Path path) {
    this.path = path;
    this.crashed = path.resolve("crashed");
  }

  private Path running() {
    return path.resolve("running");
  }

  @Test
  void blocks_that_were_only_in_the_log_are_there_after_a_crash() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      folder.block(
          TestFolder.START + 1,
          List.of(TestFolder.receipt("one", 2, "alice")),
          List.of(),
          rows -> rows.put(Accounts.ACCOUNTS, new Used(ALICE, -7)));
      folder.block(BlockLogTest::deleteOneOfEach);
      crash();
      assertThat(folder.storage().head().height()).isEqualTo(3);
      assertSame(folder);
    }
  }

  @Test
  void blocks_in_the_tables_and_in_the_log_go_on_from_each_other() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      folder.flush();
      folder.block(BlockLogTest::deleteOneOfEach);
      crash();
      assertSame(folder);
    }
  }

  @Test
  void a_record_that_is_not_whole_at_the_end_is_cut_off() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      crash();
      Path log = onlyLog();
      byte[] whole = Files.readAllBytes(log);
      for (int length : List.of(3, 8, 40)) {
        Files.write(log, whole);
        Files.write(log, Arrays.copyOf(whole, length), StandardOpenOption.APPEND);
        assertThat(TestFolder.verify(crashed).differences()).isEmpty();
        Files.write(log, whole);
      }
      assertSame(folder);
    }
  }

  @Test
  void a_damaged_record_before_the_end_is_refused() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      folder.block(BlockLogTest::deleteOneOfEach);
      crash();
    }
    byte[] bytes = Files.readAllBytes(onlyLog());
    bytes[100] ^= 1;
    Files.write(onlyLog(), bytes);
    assertThatThrownBy(() -> TestFolder.open(crashed))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("is damaged");
    assertThat(BlockLog.files(crashed)).hasSize(1);
  }

  @Test
  void a_log_that_the_tables_hold_already_is_removed() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      crash();
      Path log = onlyLog();
      byte[] bytes = Files.readAllBytes(log);
      TestFolder.open(crashed).close();
      Files.write(log, bytes);
      assertSame(folder);
      assertThat(BlockLog.files(crashed)).isEmpty();
    }
  }

  @Test
  void a_log_with_a_block_missing_before_it_is_refused() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      folder.flush();
      folder.block(BlockLogTest::deleteOneOfEach);
      crash();
    }
    Path another = path.resolve("another");
    TestFolder.open(another).close();
    Files.copy(onlyLog(), another.resolve(onlyLog().getFileName()));
    assertThatThrownBy(() -> TestFolder.open(another))
        .isInstanceOf(FolderRefused.class)
        .hasMessage("the log lacks the block after 0");
  }

  @Test
  void a_stopped_node_leaves_no_log() throws IOException {
    try (TestFolder folder = TestFolder.open(running())) {
      folder.block(BlockLogTest::writeOneOfEach);
      assertThat(BlockLog.files(running())).hasSize(1);
    }
    assertThat(BlockLog.files(running())).isEmpty();
    assertThat(TestFolder.verify(running()).differences()).isEmpty();
  }

  private static void writeOneOfEach(Changes rows) {
    for (Table<?> table : Tables.all()) {
      if (table != Credentials.TABLE) {
        SampleRows.put(table, rows);
      }
    }
  }

  private static void deleteOneOfEach(Changes rows) {
    rows.putContent(CREDENTIAL, "a content");
    rows.removeContent(CREDENTIAL);
    rows.remove(Accounts.ACCOUNTS, Key.of(ALICE));
  }

  /// Copies what is on the disk while the node runs.
  private void crash() throws IOException {
    Files.createDirectories(crashed);
    try (var files = Files.list(running())) {
      for (Path file : files.toList()) {
        Files.copy(file, crashed.resolve(file.getFileName()));
      }
    }
  }

  private Path onlyLog() throws IOException {
    List<Path> files = BlockLog.files(crashed);
    assertThat(files).hasSize(1);
    return files.getFirst();
  }

  /// The copy gives the same rows, roots and receipts as the folder it was made of.
  private void assertSame(TestFolder folder) {
    try (TestFolder again = TestFolder.open(crashed)) {
      assertThat(again.storage().head()).isEqualTo(folder.storage().head());
      assertThat(again.root()).isEqualTo(folder.root());
    }
    assertThat(TestFolder.verify(crashed).differences()).isEmpty();
  }
}
