package dev.idos.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.value.EncodedValueJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever JSON a stranger sends, readers answer with a value or with their own exception.
class HostileJsonTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final byte[] TRANSACTION =
      Vectors.kwil("tx.execute_evm_commit")
          .path("expected")
          .path("broadcast_request")
          .path("params")
          .path("tx")
          .toString()
          .getBytes(StandardCharsets.UTF_8);

  private static final List<String> NAMES =
      List.of(
          "body",
          "payload",
          "sender",
          "signature",
          "auth_type",
          "id",
          "identifier",
          "key_type",
          "status",
          "nonce",
          "code",
          "log",
          "refusal",
          "error",
          "logs",
          "query_result",
          "column_names",
          "column_types",
          "values",
          "type",
          "name",
          "is_array",
          "metadata",
          "data",
          "tx_result",
          "hash",
          "message",
          "block_hash",
          "peer_count");

  private static final List<JsonNode> LEAVES =
      List.of(
          NODES.nullNode(),
          NODES.textNode(""),
          NODES.textNode("0xzz"),
          NODES.textNode("AQ=="),
          NODES.textNode("int8"),
          NODES.textNode("numeric"),
          NODES.textNode("1E999999999"),
          NODES.numberNode(-1),
          NODES.numberNode(70_000),
          NODES.numberNode(1.5),
          NODES.numberNode(BigInteger.TEN.pow(30)),
          NODES.booleanNode(true));

  /// Reads something from JSON.
  @FunctionalInterface
  interface Reading {
    Object from(JsonNode json) throws MalformedException;
  }

  private static final List<Reading> READERS =
      List.of(
          CallRequest::read,
          CallAnswer::read,
          RowsJson::read,
          AccountRequest::read,
          AccountAnswer::read,
          TransactionResult::read,
          TransactionStatus::readResult,
          BroadcastRejection::read,
          HealthAnswer::read,
          ChainInfo::read,
          EncodedValueJson::read,
          EncodedValueJson::readType);

  @Property
  void a_changed_transaction_is_read_or_refused(
      @ForAll int place, @ForAll byte change, @ForAll int cut) throws IOException {
    byte[] bytes = TRANSACTION.clone();
    bytes[Math.floorMod(place, bytes.length)] ^= change;
    int length = cut % 4 == 0 ? Math.floorMod(cut, bytes.length) : bytes.length;
    try (var parser = Vectors.JSON.createParser(new ByteArrayInputStream(bytes, 0, length))) {
      parser.nextToken();
      assertThat(TransactionJson.read(parser)).isNotNull();
    } catch (JsonProcessingException | MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 3_000)
  void any_json_is_read_or_refused(@ForAll Random random) {
    JsonNode json = json(random, 4);
    for (Reading reader : READERS) {
      try {
        assertThat(reader.from(json)).isNotNull();
      } catch (MalformedException refused) {
        assertThat(refused.text()).isNotBlank();
      }
    }
  }

  private static JsonNode json(Random random, int depth) {
    int kind = depth == 4 ? 0 : random.nextInt(depth == 0 ? 1 : 3) + (depth == 0 ? 2 : 0);
    int size = random.nextInt(5);
    return switch (kind) {
      case 0 -> {
        var object = NODES.objectNode();
        for (int i = 0; i < size; i++) {
          object.set(NAMES.get(random.nextInt(NAMES.size())), json(random, depth - 1));
        }
        yield object;
      }
      case 1 -> {
        var array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
          array.add(json(random, depth - 1));
        }
        yield array;
      }
      default -> LEAVES.get(random.nextInt(LEAVES.size()));
    };
  }
}
