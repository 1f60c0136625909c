package dev.idos.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.protocol.rpc.RpcError;
import java.util.Optional;

/// Why a request gets an error instead of a result. Thrown at this edge only, and without a stack
/// trace: it is the caller's affair.
public final class RpcFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final RpcError error;
  private final transient Optional<JsonNode> data;

  private RpcFailure(RpcError error, String message, Optional<JsonNode> data) {
    super(message, null, false, false);
    this.error = error;
    this.data = data;
  }

  /// An error with its usual text.
  public static RpcFailure of(RpcError error) {
    return of(error, error.message());
  }

  /// An error with a text of its own.
  public static RpcFailure of(RpcError error, String message) {
    return new RpcFailure(error, message, Optional.empty());
  }

  /// An error that says more in its data.
  public static RpcFailure of(RpcError error, String message, JsonNode data) {
    return new RpcFailure(error, message, Optional.of(data));
  }

  /// Too fast; says when to come back.
  public static RpcFailure tooMany(long retryAfterMillis) {
    var data = JsonNodeFactory.instance.objectNode().put("retry_after_ms", retryAfterMillis);
    return of(RpcError.TOO_MANY_REQUESTS, RpcError.TOO_MANY_REQUESTS.message(), data);
  }

  /// Which error it is.
  public RpcError error() {
    return error;
  }

  /// The text of the answer.
  public String message() {
    return String.valueOf(getMessage());
  }

  /// What else the answer says.
  public Optional<JsonNode> data() {
    return data;
  }
}
