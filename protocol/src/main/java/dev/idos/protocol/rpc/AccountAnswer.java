package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.MalformedException;

/// The answer of `user.account`.
///
/// @param nonce the last one used, 0 for an account never seen
public record AccountAnswer(long nonce) {

  /// This answer as JSON. An account never seen has no `id`, as in the original.
  public ObjectNode toJson(AccountRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (nonce > 0) {
      json.putObject("id")
          .put("identifier", request.identifier())
          .put("key_type", request.keyType());
    }
    return json.put("balance", "0").put("nonce", nonce);
  }

  /// Reads an answer.
  public static AccountAnswer read(JsonNode json) throws MalformedException {
    return new AccountAnswer(Members.number(json, "nonce"));
  }
}
