package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.WalletKey;
import dev.idos.node.genesis.DemoKeys;
import dev.idos.node.genesis.GenesisRefused;
import dev.idos.node.storage.FolderRefused;
import dev.idos.node.web.PortRefused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node from its first start to its second.
class NodeTest {

  @Test
  void a_new_folder_gets_a_network_of_its_own_with_a_demo_issuer(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    String chain;
    try (var node = Node.assemble(NodeConfig.local(0, data)).start()) {
      chain = node.genesis().chainId();
      assertThat(chain).matches("idos-local-[0-9a-f]{8}");
      DemoKeys keys = DemoKeys.read(data);
      assertThat(node.genesis().owner()).isEqualTo(keys.ownerPublicKey().hex());
      assertThat(node.genesis().inserters().getFirst().delegates())
          .containsExactly(keys.issuerPublicKey().hex());
      assertThat(get(node.url().resolve("/api/v1/health"))).contains(chain);
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(DemoKeys.FILE))))
        .isEqualTo("rw-------");
    try (var again = Node.assemble(NodeConfig.local(0, data)).start()) {
      assertThat(again.genesis().chainId()).isEqualTo(chain);
    }
  }

  @Test
  void what_was_written_is_there_after_a_restart(@TempDir Path folder) {
    var user = new UserId(UUID.randomUUID());
    try (var node = TestNode.start(folder.resolve("data"))) {
      var inserter = new Person(node, TestNode.INSERTER);
      inserter.execute(new AddUserAsInserter(user, "a".repeat(43) + "=", "user"));
    }
    try (var node = TestNode.start(folder.resolve("data"))) {
      var inserter = new Person(node, TestNode.INSERTER);
      inserter.logIn();
      assertThat(
              inserter
                  .view(new GetUserAsInserter(user))
                  .result()
                  .path("query_result")
                  .path("values")
                  .size())
          .isEqualTo(1);
    }
  }

  @Test
  void a_folder_of_another_network_is_refused(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    TestNode.start(data).close();
    Path other = folder.resolve("other.json");
    Files.writeString(
        other, "{\"chainId\":\"other\",\"owner\":\"%s\"}".formatted(TestNode.OWNER.address()));
    assertThatThrownBy(() -> Node.assemble(new NodeConfig(0, data, List.of(), Optional.of(other))))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("idos-test")
        .hasMessageContaining("other");
    TestNode.start(data).close();
  }

  @Test
  void a_folder_in_use_is_refused(@TempDir Path folder) {
    Path data = folder.resolve("data");
    try (var node = TestNode.start(data)) {
      assertThat(node.get("/api/v1/health").status()).isEqualTo(200);
      assertThatThrownBy(() -> Node.assemble(NodeConfig.local(0, data)))
          .isInstanceOf(FolderRefused.class);
    }
  }

  @Test
  void a_taken_port_is_named(@TempDir Path folder) {
    try (var first = Node.assemble(NodeConfig.local(0, folder.resolve("one"))).start()) {
      int taken = first.url().getPort();
      try (var second = Node.assemble(NodeConfig.local(taken, folder.resolve("two")))) {
        assertThatThrownBy(second::start)
            .isInstanceOf(PortRefused.class)
            .hasMessageContaining("port " + taken);
      }
    }
  }

  @Test
  void a_genesis_file_that_is_missing_is_named(@TempDir Path folder) {
    var config =
        new NodeConfig(
            0, folder.resolve("data"), List.of(), Optional.of(folder.resolve("none.json")));
    assertThatThrownBy(() -> Node.assemble(config))
        .isInstanceOf(GenesisRefused.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void a_public_url_is_an_address_and_nothing_else(@TempDir Path folder) {
    for (String wrong : List.of("ftp://a", "node.example.org", "https://a/?b", "https://u@a")) {
      assertThatThrownBy(
              () -> new NodeConfig(0, folder, List.of(URI.create(wrong)), Optional.empty()))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a public URL is");
    }
  }

  @Test
  void parties_are_named_by_their_keys_and_nobody_else_is(@TempDir Path folder) {
    try (var node = TestNode.start(folder.resolve("data"))) {
      WalletKey stranger = WalletKey.faceSign(InsecureTestKeys.repeated(0x33));
      var parties =
          node.call(
                  "idos.parties",
                  "{'identifiers':['%s','%s']}"
                      .formatted(TestNode.INSERTER.caller(), stranger.caller()))
              .result();
      assertThat(parties.size()).isEqualTo(1);
      assertThat(parties.path(0).path("name").asText()).isEqualTo("acme");
      assertThat(node.call("idos.parties", "{}").errorCode()).isEqualTo(-32602);
      assertThat(node.call("idos.operators", "{}").result().path(0).path("urls").toString())
          .contains(TestNode.PUBLIC_URL);
      assertThat(node.call("idos.status", "{}").result().path("root").asText())
          .matches("[0-9a-f]{64}");
    }
  }

  private static String get(URI url) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
