package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;

/// Where a node stands.
///
/// @param height the last block it has committed
/// @param stateRoot the root of everything it holds, in hex
public record NodeStatus(long height, String stateRoot) {

  static NodeStatus of(JsonNode status) {
    return new NodeStatus(status.path("height").asLong(), status.path("root").asText());
  }
}
