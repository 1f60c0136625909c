package dev.idos.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.idos.protocol.rpc.RpcError;

/// A body that is no request. Carries the id to answer with, -1 when it is not known.
final class EnvelopeFailure extends Exception {

  private static final long serialVersionUID = 1L;
  static final JsonNode UNKNOWN_ID = IntNode.valueOf(-1);

  private final transient JsonNode id;
  private final RpcFailure failure;

  EnvelopeFailure(JsonNode id, RpcFailure failure) {
    super(failure.message(), null, false, false);
    this.id = id;
    this.failure = failure;
  }

  static EnvelopeFailure notJson() {
    return new EnvelopeFailure(UNKNOWN_ID, RpcFailure.of(RpcError.PARSE));
  }

  JsonNode id() {
    return id;
  }

  RpcFailure failure() {
    return failure;
  }
}
