package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;

/// The answer of `user.health`. Clients need every member; kwil-js refuses to work without `mode`.
///
/// @param blockTimeMillis when the last block was made
/// @param blockAgeMillis how long ago that is
/// @param mode `open` or `private`; this network is always open
public record HealthAnswer(
    String chainId,
    long height,
    Bytes blockHash,
    Bytes appHash,
    boolean healthy,
    long blockTimeMillis,
    long blockAgeMillis,
    boolean syncing,
    int peerCount,
    String mode) {

  /// The mode in which views are asked with a session or without any.
  public static final String OPEN = "open";

  private static final String API_VERSION = "0.2.0";

  /// This answer as JSON.
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("chain_id", chainId)
        .put("block_height", height)
        .put("block_hash", blockHash.hex())
        .put("gas", false)
        .put("healthy", healthy)
        .put("version", API_VERSION)
        .put("block_time", blockTimeMillis)
        .put("block_age", blockAgeMillis)
        .put("syncing", syncing)
        .put("height", height)
        .put("app_hash", appHash.hex())
        .put("peer_count", peerCount)
        .put("mode", mode);
  }

  /// Reads an answer.
  public static HealthAnswer read(JsonNode json) throws MalformedException {
    return new HealthAnswer(
        Members.text(json, "chain_id"),
        Members.number(json, "block_height"),
        Members.hex(json, "block_hash"),
        Members.hex(json, "app_hash"),
        json.path("healthy").asBoolean(),
        Members.number(json, "block_time"),
        Members.number(json, "block_age"),
        json.path("syncing").asBoolean(),
        (int) Members.number(json, "peer_count"),
        Members.text(json, "mode"));
  }
}
