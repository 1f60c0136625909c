package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;

/// The `data` of error -201: why a transaction did not even wait.
///
/// @param code the result code of the wire
/// @param hash 64 hex digits, or empty
/// @param message the original's text
public record BroadcastRejection(int code, String hash, String message) {

  /// The rejection that a refusal becomes before ordering.
  public static BroadcastRejection of(Refused refused) {
    return new BroadcastRejection(code(refused.reason()).code(), "", refused.text());
  }

  /// This rejection as JSON; empty members are left out.
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (code != 0) {
      json.put("code", code);
    }
    if (!hash.isEmpty()) {
      json.put("hash", hash);
    }
    if (!message.isEmpty()) {
      json.put("message", message);
    }
    return json;
  }

  /// Reads the `data` of an error.
  public static BroadcastRejection read(JsonNode data) throws MalformedException {
    return new BroadcastRejection(
        (int) Members.number(data, "code"),
        Members.text(data, "hash"),
        Members.text(data, "message"));
  }

  private static TxCode code(Refusal reason) {
    return switch (reason) {
      case CHAIN_WRONG -> TxCode.CHAIN_WRONG;
      case NONCE_WRONG -> TxCode.NONCE_INVALID;
      case PAYLOAD_TYPE_UNKNOWN -> TxCode.PAYLOAD_TYPE_UNKNOWN;
      case POOL_FULL -> TxCode.POOL_FULL;
      default -> TxCode.OTHER;
    };
  }
}
