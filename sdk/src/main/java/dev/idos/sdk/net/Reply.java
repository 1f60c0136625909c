package dev.idos.sdk.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What one node answered to one request.
public sealed interface Reply {

  /// It answered.
  ///
  /// @param result the JSON-RPC result
  /// @param setCookie the login it handed out, if any
  record Result(JsonNode result, Optional<String> setCookie) implements Reply {}

  /// It answered with an error.
  ///
  /// @param httpStatus the status the error came with
  /// @param data what it adds, or a missing node
  record Fault(int httpStatus, int code, String message, JsonNode data) implements Reply {

    private static final int INTERNAL = -32603;
    private static final int TIMED_OUT = -32001;

    /// Whether another node may do better: this one is broken or overloaded.
    public boolean nodeIsUnwell() {
      return httpStatus >= 500 || code == INTERNAL || code == TIMED_OUT;
    }
  }
}
