package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.protocol.encoding.PrimitiveVectors;
import dev.idos.protocol.message.SignedTextVectors;
import dev.idos.protocol.payload.PayloadVectors;
import dev.idos.protocol.rpc.JsonVectors;
import dev.idos.protocol.transaction.TransactionVectors;
import dev.idos.protocol.value.EncodedValueVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every row of `vectors/kwil.json` that speaks of bytes and texts. The `client` rows say how
/// kwil-js itself behaves and run in Node, with the real kwil-js against a scripted server.
class KwilVectorsTest {

  private static final int ROWS_OF_JAVA = 159;
  private static final int ROWS_OF_NODE = 32;

  /// Runs one row.
  @FunctionalInterface
  public interface Runner {
    void run(String name, JsonNode inputs, JsonNode expected) throws Exception;
  }

  private static final Map<String, Runner> RUNNERS =
      Map.ofEntries(
          Map.entry("primitive", PrimitiveVectors::run),
          Map.entry("encoded_value", EncodedValueVectors::run),
          Map.entry("decimal", EncodedValueVectors::runDecimal),
          Map.entry("payload", PayloadVectors::run),
          Map.entry("transaction", TransactionVectors::run),
          Map.entry("call", SignedTextVectors::runCall),
          Map.entry("gateway", SignedTextVectors::runGateway),
          Map.entry("authenticator", AuthenticatorVectors::run),
          Map.entry("wallet_proof", AuthenticatorVectors::runProof),
          Map.entry("rpc", JsonVectors::runRpc),
          Map.entry("result_json", JsonVectors::runResult));

  @TestFactory
  List<DynamicTest> every_row_holds() {
    var tests = new ArrayList<DynamicTest>();
    for (JsonNode row : rowsOfJava()) {
      String name = row.path("name").asText();
      Runner runner =
          Optional.ofNullable(RUNNERS.get(row.path("topic").asText()))
              .orElseThrow(() -> new AssertionError("nobody runs " + name));
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> runner.run(name, row.path("inputs"), row.path("expected"))));
    }
    return tests;
  }

  @Test
  void no_row_is_left_out() {
    assertThat(rowsOfJava()).hasSize(ROWS_OF_JAVA);
    assertThat(Vectors.read("kwil.json")).hasSize(ROWS_OF_JAVA + ROWS_OF_NODE);
  }

  private static List<JsonNode> rowsOfJava() {
    var rows = new ArrayList<JsonNode>();
    for (JsonNode row : Vectors.read("kwil.json")) {
      if (!row.path("topic").asText().equals("client")) {
        rows.add(row);
      }
    }
    return rows;
  }
}
