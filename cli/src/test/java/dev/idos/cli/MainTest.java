package dev.idos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void help_is_no_failure() {
    assertThat(Main.run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(Main.run("bench", "write", "--help")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    assertThat(Main.run("demo", "--no-such-option")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_address_that_is_none_is_wrong_usage() {
    assertThat(Main.run("up", "--only", "node", "--port", "99999")).isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("up", "--only", "node", "--public-url", "ftp://example.org"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_size_that_is_no_content_is_wrong_usage() throws Exception {
    var keys = demoKeys();
    assertThat(
            Main.run(
                "bench",
                "write",
                "--node",
                "http://127.0.0.1:1",
                "--issuer-keys",
                keys,
                "--size",
                "63"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_node_that_does_not_answer_is_unavailable() throws Exception {
    var keys = demoKeys();
    assertThat(Main.run("demo", "--node", "http://127.0.0.1:1", "--issuer-keys", keys))
        .isEqualTo(ExitCode.UNAVAILABLE);
  }

  @Test
  void a_foreign_node_needs_the_keys_of_an_issuer() {
    var missing = folder.resolve("missing.json").toString();
    assertThat(Main.run("demo", "--node", "http://127.0.0.1:1", "--issuer-keys", missing))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_stopped_node_verifies_until_somebody_changes_a_row() throws Exception {
    demoKeys();
    var data = folder.resolve("data");
    assertThat(Main.run("node", "verify", "--data", data.toString())).isEqualTo(ExitCode.DONE);
    renameInserter(data);
    assertThat(Main.run("node", "verify", "--data", data.toString())).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void a_folder_without_a_node_cannot_be_verified() {
    assertThat(Main.run("node", "verify", "--data", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_genesis_with_an_unknown_member_is_refused() throws Exception {
    var file = folder.resolve("genesis.json");
    Files.writeString(
        file, "{\"chainId\": \"idos-example\", \"owner\": \"" + "a".repeat(64) + "\"}");
    assertThat(Main.run("node", "check-config", file.toString())).isEqualTo(ExitCode.DONE);
    Files.writeString(
        file, "{\"chainId\": \"idos-example\", \"ownr\": \"" + "a".repeat(64) + "\"}");
    assertThat(Main.run("node", "check-config", file.toString())).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void a_genesis_that_a_node_would_refuse_is_refused() throws Exception {
    var file = folder.resolve("genesis.json");
    for (String limit : List.of("\"blockBytes\": 200000000", "\"addressPerSecond\": 99999999999")) {
      Files.writeString(
          file,
          "{\"chainId\": \"x\", \"owner\": \""
              + "a".repeat(64)
              + "\", \"limits\": {"
              + limit
              + "}}");
      assertThat(Main.run("node", "check-config", file.toString())).isEqualTo(ExitCode.FAILED);
    }
  }

  private String demoKeys() {
    var data = folder.resolve("data");
    Node.assemble(NodeConfig.local(0, data)).start().close();
    return data.resolve(KeyFile.NAME).toString();
  }

  private static void renameInserter(Path data) throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("idos.db"));
        var statement = database.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE inserters SET name = 'somebody else'")).isOne();
    }
  }
}
