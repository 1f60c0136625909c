package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;

/// The answer of `user.chain_info`: where clients learn the chain id they sign for.
public record ChainInfo(String chainId, long height, Bytes blockHash) {

  /// This answer as JSON; nothing costs gas here.
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("chain_id", chainId)
        .put("block_height", height)
        .put("block_hash", blockHash.hex())
        .put("gas", false);
  }

  /// Reads an answer.
  public static ChainInfo read(JsonNode json) throws MalformedException {
    return new ChainInfo(
        Members.text(json, "chain_id"),
        Members.number(json, "block_height"),
        Members.hex(json, "block_hash"));
  }
}
