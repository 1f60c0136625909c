package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.TransactionJson;
import dev.idos.protocol.transaction.Transaction;
import java.io.IOException;

/// A transaction among the parameters, read off the stream so that its payload never is a text.
public final class StreamedTransaction {

  private StreamedTransaction() {}

  /// The member `tx` of a request: read already, or still a tree because `params` stood before
  /// `method`.
  public static Transaction of(ObjectNode params) throws MalformedException {
    JsonNode member = params.path("tx");
    if (member instanceof POJONode pojo && pojo.getPojo() instanceof Transaction transaction) {
      return transaction;
    }
    if (!member.isObject()) {
      throw new MalformedException("expected an object for tx");
    }
    try (JsonParser tree = member.traverse(Json.MAPPER)) {
      tree.nextToken();
      return TransactionJson.read(tree, Json.LARGEST_SMALL_BODY);
    } catch (IOException misshapen) {
      throw new MalformedException("expected a transaction for tx");
    }
  }

  /// Reads the parameters of a broadcast from a parser that stands on their `{`.
  static ObjectNode readParams(JsonParser parser, long bodyLength)
      throws IOException, MalformedException {
    ObjectNode params = Json.MAPPER.createObjectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "tx" -> params.putPOJO("tx", TransactionJson.read(parser, mostPayload(bodyLength)));
        case "sync" -> params.set("sync", Json.MAPPER.<JsonNode>readTree(parser));
        default -> parser.skipChildren();
      }
    }
    return params;
  }

  /// Reads past everything: an estimate does not depend on the transaction.
  static ObjectNode skipParams(JsonParser parser) throws IOException {
    parser.skipChildren();
    return Json.MAPPER.createObjectNode();
  }

  /// Base64 has four letters for three bytes, so a body bounds its payload.
  private static int mostPayload(long bodyLength) {
    return Math.toIntExact(bodyLength / 4 * 3);
  }
}
