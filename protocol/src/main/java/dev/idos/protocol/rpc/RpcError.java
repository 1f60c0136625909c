package dev.idos.protocol.rpc;

import java.util.Optional;

/// Every JSON-RPC error code of the protocol, with the HTTP status it travels under
/// (`kwil-protocol.md` §1.3, §1.6).
public enum RpcError {
  PARSE(-32700, 400, "invalid request"),
  INVALID_REQUEST(-32600, 400, "invalid json-rpc request object"),
  METHOD_UNKNOWN(-32601, 404, "unknown method"),
  PARAMS_INVALID(-32602, 400, "invalid params"),
  INTERNAL(-32603, 500, "internal error"),
  RESULT_UNENCODABLE(-32000, 200, "the result could not be encoded"),
  TIMEOUT(-32001, 503, "RPC timeout"),
  TRANSACTION_INTERNAL(-200, 200, "failed to estimate price"),
  BROADCAST_REJECTED(-201, 200, "broadcast error"),
  TRANSACTION_NOT_FOUND(-202, 200, "transaction not found"),
  TRANSACTION_PAYLOAD_INVALID(-203, 200, "invalid transaction payload"),
  BLOCK_NOT_FOUND(-204, 200, "block not found"),
  ENGINE(-300, 200, "engine error"),
  NAMESPACE_NOT_FOUND(-301, 200, "namespace not found"),
  NAMESPACE_EXISTS(-302, 200, "namespace already exists"),
  DATABASE(-400, 200, "database error"),
  ACCOUNT(-500, 200, "account info error"),
  IDENTITY(-600, 200, "identity error"),
  IDENTITY_INVALID(-601, 200, "failed to get caller"),
  NODE(-700, 200, "node error"),
  VALIDATORS(-800, 200, "validators error"),
  VALIDATOR_NOT_FOUND(-801, 200, "validator not found"),
  GATEWAY(-900, 200, "gateway error"),
  NOT_AUTHORIZED(-901, 401, "not authorized"),
  GATEWAY_PAYLOAD_INVALID(-902, 200, "invalid payload"),
  NOT_ALLOWED(-903, 200, "not allowed"),
  GATEWAY_NOT_FOUND(-904, 200, "not found"),
  TOO_MANY_REQUESTS(-905, 200, "too many requests"),
  METHOD_NOT_ALLOWED(-906, 200, "method not allowed"),
  CHALLENGE_MISSING(-1001, 200, "signed call message with challenge required"),
  CHALLENGE_MALFORMED(-1002, 200, "incorrect challenge data length"),
  CHALLENGE_EXPIRED(-1003, 200, "challenge expired"),
  CALL_SIGNATURE_INVALID(-1004, 200, "invalid signature on call message"),
  AUTH_TYPE_MISMATCH(-1005, 200, "auth type mismatch"),
  TOO_MANY_CHALLENGES(-1006, 200, "too many challenge requests"),
  QUERY_PROHIBITED(
      -1007, 200, "query is prohibited when authenticated calls are enforced (private mode)"),
  AUTHENTICATED_QUERY_PROHIBITED(-1008, 200, "authenticated query is for private mode only");

  private final int code;
  private final int httpStatus;
  private final String message;

  RpcError(int code, int httpStatus, String message) {
    this.code = code;
    this.httpStatus = httpStatus;
    this.message = message;
  }

  /// The number clients look at.
  public int code() {
    return code;
  }

  /// The HTTP status of the answer.
  public int httpStatus() {
    return httpStatus;
  }

  /// The usual text; many errors say something more precise instead.
  public String message() {
    return message;
  }

  /// Finds an error by its number.
  public static Optional<RpcError> ofCode(int code) {
    for (RpcError error : values()) {
      if (error.code == code) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
