package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.ledger.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @Test
  void a_folder_keeps_the_genesis_file_it_was_made_with(@TempDir Path path) {
    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(folder.genesisFile()).isEmpty();
    }
    TestFolder.open(path).close();
    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(folder.genesisFile()).contains(TestFolder.CHAIN.genesisFile());
    }
  }

  @Test
  void a_folder_that_refused_another_network_keeps_its_own_genesis(@TempDir Path path) {
    TestFolder.open(path).close();
    var other = new Chain("idos-other", TestFolder.hash("other"), "{\"other\":true}");
    assertThatThrownBy(() -> TestFolder.open(path, other)).isInstanceOf(FolderRefused.class);
    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(folder.genesisFile()).contains(TestFolder.CHAIN.genesisFile());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are those of Unix")
  void a_new_folder_is_closed_to_other_users(@TempDir Path path) throws IOException {
    Path data = path.resolve("new").resolve("data");
    TestFolder.open(data).close();
    assertThat(Files.getPosixFilePermissions(data))
        .containsExactlyInAnyOrder(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
  }

  @Test
  void a_folder_without_a_database_is_not_verified(@TempDir Path path) {
    try (DataFolder folder = DataFolder.open(path)) {
      assertThatThrownBy(() -> folder.verify(TestFolder.CHAIN, Tables.all()))
          .isInstanceOf(FolderRefused.class)
          .hasMessageEndingWith("holds no database");
    }
  }

  @Test
  void a_second_user_of_a_folder_is_refused_until_the_first_is_gone(@TempDir Path path) {
    try (DataFolder folder = DataFolder.open(path)) {
      assertThatThrownBy(() -> DataFolder.open(folder.path()))
          .isInstanceOf(FolderRefused.class)
          .hasMessageContaining("used by another process");
    }
    DataFolder.open(path).close();
  }
}
