package dev.idos.protocol.action;

import dev.idos.protocol.Refused;
import dev.idos.protocol.query.Query;

/// What a `user.call` asks for, decoded.
public sealed interface DecodedCall {

  /// A view that can be run.
  record Ready(Query query) implements DecodedCall {}

  /// No such view, or arguments that do not fit it: JSON-RPC error -300.
  record EngineError(Refused refused) implements DecodedCall {}

  /// Bytes that are no call: JSON-RPC error -32602.
  record Malformed(String text) implements DecodedCall {}
}
