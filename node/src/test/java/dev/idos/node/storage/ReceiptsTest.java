package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

  private static final long DAYS_30 = Duration.ofDays(30).toMillis();

  @Test
  void a_receipt_is_found_by_its_hash(@TempDir Path path) {
    Receipt receipt = TestFolder.receipt("one", 1, "alice");
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(TestFolder.START, List.of(receipt), List.of(), _ -> {});
      assertThat(find(folder, "one")).contains(receipt);
      assertThat(find(folder, "two")).isEmpty();
    }
  }

  @Test
  void receipts_are_kept_thirty_days_by_the_time_of_the_blocks(@TempDir Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(
          TestFolder.START + 1, List.of(TestFolder.receipt("one", 1, "alice")), List.of(), _ -> {});
      folder.block(TestFolder.START + 1 + DAYS_30, List.of(), List.of(), _ -> {});
      assertThat(find(folder, "one")).isPresent();
      folder.block(TestFolder.START + 2 + DAYS_30, List.of(), List.of(), _ -> {});
      folder.flush();
      assertThat(find(folder, "one")).isEmpty();
      assertThat(folder.closeAndVerify().differences()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_receipts_of_an_erased_sender_keep_code_and_height_only(
      boolean inTheTables, @TempDir Path path) {
    Receipt kept = TestFolder.receipt("two", 1, "bob");
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(
          TestFolder.START + 1,
          List.of(TestFolder.receipt("one", 1, "alice"), kept),
          List.of(),
          _ -> {});
      if (inTheTables) {
        folder.flush();
      }
      folder.block(
          TestFolder.START + 2,
          List.of(TestFolder.receipt("three", 2, "alice")),
          List.of(TestFolder.hash("alice")),
          _ -> {});
      if (inTheTables) {
        folder.flush();
      }
      for (String transaction : List.of("one", "three")) {
        Receipt erased = find(folder, transaction).orElseThrow();
        assertThat(erased.sender()).isEqualTo(Bytes.EMPTY);
        assertThat(erased.log()).isEmpty();
        assertThat(erased.code()).isEqualTo(kept.code());
      }
      assertThat(find(folder, "two")).contains(kept);
      assertThat(folder.closeAndVerify().differences()).isEmpty();
    }
  }

  private static Optional<Receipt> find(TestFolder folder, String transaction) {
    return folder
        .storage()
        .read(snapshot -> snapshot.receipt(new TransactionHash(TestFolder.hash(transaction))));
  }
}
