package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;

/// The parameters of `user.call` (`kwil-protocol.md` §2.11).
///
/// @param payload the bytes of an `ActionCall`
/// @param challenge empty in open mode
/// @param authType the wire name of the authenticator
/// @param sender the identifier bytes, empty for nobody
/// @param signature empty in open mode
public record CallRequest(
    Bytes payload, Bytes challenge, String authType, Bytes sender, Bytes signature) {

  /// Reads `params`.
  public static CallRequest read(JsonNode params) throws MalformedException {
    JsonNode body = Members.object(params, "body");
    return new CallRequest(
        Members.base64(body, "payload"),
        Members.base64(body, "challenge"),
        Members.text(params, "auth_type"),
        Members.hex(params, "sender"),
        Members.base64(params, "signature"));
  }

  /// These `params`; a challenge is left out when there is none.
  public ObjectNode toJson() {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    ObjectNode body = params.putObject("body").put("payload", payload.base64());
    if (!challenge.isEmpty()) {
      body.put("challenge", challenge.base64());
    }
    return params
        .put("auth_type", authType)
        .put("sender", sender.hex())
        .put("signature", signature.base64());
  }
}
