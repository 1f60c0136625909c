package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import dev.idos.node.genesis.DemoKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Today's client, unmodified, against a real node: login, views and synchronous executes, with
/// positional and with named inputs, for every kind of signer (`wire.md` §9).
class KwilJourneyTest {

  @Test
  void every_kind_of_signer_makes_the_journey_with_the_unmodified_client(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    try (Node node = Node.assemble(NodeConfig.local(0, data)).start()) {
      Path config = folder.resolve("config.json");
      Files.writeString(
          config,
          new ObjectMapper()
              .createObjectNode()
              .put("url", node.url().toString())
              .put("chainId", node.genesis().chainId())
              .put("issuerSeed", issuerSeed(data))
              .toString());
      assertThat(new NodeScript("kwil-journey.mjs").run(config.toString()).getLast())
          .isEqualTo("115 passed, 0 failed");
    }
  }

  private static String issuerSeed(Path data) {
    return Bytes.ofUnshared(DemoKeys.read(data).issuerSeed().exposeSecret()).hex();
  }
}
