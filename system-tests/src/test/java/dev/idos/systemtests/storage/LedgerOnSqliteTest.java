package dev.idos.systemtests.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.node.storage.ChainHead;
import dev.idos.node.storage.DataFolder;
import dev.idos.node.storage.FolderRefused;
import dev.idos.protocol.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LedgerOnSqliteTest {

  @Test
  void what_was_committed_is_found_again_after_a_restart(@TempDir Path folder) throws Exception {
    ChainHead head;
    Receipt receipt;
    try (SoloNode node = SoloNode.open(folder)) {
      node.addPerson(1);
      receipt = node.done(Workload.person(1), Workload.addCredential(1, 1, 4096));
      head = node.application().head();
    }
    try (SoloNode node = SoloNode.open(folder)) {
      assertThat(node.application().head()).isEqualTo(head);
      assertThat(node.application().receipt(receipt.transaction())).contains(receipt);
      assertThat(contentOf(node, 1, 1)).contains(Workload.addCredential(1, 1, 4096).content());
      node.done(Workload.person(1), Workload.addCredential(1, 2, 4096));
    }
    assertThat(SoloNode.verify(folder).differences()).isEmpty();
  }

  @Test
  @Timeout(30)
  void a_removed_credential_leaves_every_file_while_the_node_runs(@TempDir Path folder)
      throws Exception {
    String marker;
    try (SoloNode node = SoloNode.open(folder)) {
      node.addPerson(1);
      var credential = Workload.addCredential(1, 1, 4096);
      node.done(Workload.person(1), credential);
      marker = credential.content().substring(1000, 1040);
      assertThat(filesWith(folder, marker)).isNotEmpty();
      node.done(Workload.person(1), Workload.removeCredential(1, 1));
      assertThat(contentOf(node, 1, 1)).isEmpty();
      while (!filesWith(folder, marker).isEmpty()) { // the test's time limit is the bound
        Thread.onSpinWait();
      }
    }
    assertThat(filesWith(folder, marker)).isEmpty();
    assertThat(SoloNode.verify(folder).differences()).isEmpty();
  }

  @Test
  void a_folder_is_used_by_one_process_at_a_time(@TempDir Path folder) {
    try (SoloNode node = SoloNode.open(folder)) {
      assertThat(node.application().head().height()).isZero();
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(FolderRefused.class)
          .hasMessageContaining("is used by another process");
    }
    SoloNode.open(folder).close();
  }

  @Test
  void a_transaction_of_one_chain_is_known_again_after_a_restart(@TempDir Path folder)
      throws Exception {
    var transaction = Workload.sign(Workload.ISSUER, 1, Workload.addUser(1));
    Receipt receipt;
    try (SoloNode node = SoloNode.open(folder)) {
      receipt = node.submit(transaction).await(SoloNode.LONG).orElseThrow();
    }
    try (SoloNode node = SoloNode.open(folder)) {
      assertThat(node.sequencer().submit(transaction))
          .isEqualTo(new dev.idos.consensus.Submission.Known(receipt));
      assertThat(node.sequencer().nextNonce(SoloNode.accountOf(Workload.ISSUER))).isEqualTo(2);
    }
  }

  @Test
  void rows_that_were_changed_by_hand_are_refused_at_the_start(@TempDir Path folder)
      throws Exception {
    try (SoloNode node = SoloNode.open(folder)) {
      node.addPerson(1);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("idos.db"));
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("DELETE FROM wallets")).isEqualTo(1);
    }
    assertThatThrownBy(() -> SoloNode.open(folder))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("are not what was committed: run idos node verify");
    assertThat(SoloNode.verify(folder).isSound()).isFalse();
  }

  private static Optional<String> contentOf(SoloNode node, int person, int number) {
    return node.application()
        .read(snapshot -> snapshot.rows().content(Workload.credential(person, number).value()));
  }

  private static List<Path> filesWith(Path folder, String text) throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (contains(file, text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean contains(Path file, String text) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (NoSuchFileException _) {
      return false; // a log file whose blocks the tables hold by now
    }
  }
}
