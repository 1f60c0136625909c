package dev.idos.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/// A request as it came, its parameters not yet judged.
///
/// @param id a non-empty text or a non-zero number
/// @param params as received; a missing node when there are none
record Envelope(JsonNode id, String method, JsonNode params) {}
