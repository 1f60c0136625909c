package dev.idos.protocol.rpc;

import java.util.Optional;

/// The methods that are served, and two that are refused by name (`wire.md` §1).
public enum RpcMethod {
  VERSION("user.version"),
  PING("user.ping"),
  CHAIN_INFO("user.chain_info"),
  HEALTH("user.health"),
  ACCOUNT("user.account"),
  NUM_ACCOUNTS("user.num_accounts"),
  ESTIMATE_PRICE("user.estimate_price"),
  BROADCAST("user.broadcast"),
  TX_QUERY("user.tx_query"),
  CALL("user.call"),
  CHALLENGE("user.challenge"),
  QUERY("user.query"),
  AUTHENTICATED_QUERY("user.authenticated_query"),
  AUTHN_PARAM("kgw.authn_param"),
  AUTHN("kgw.authn"),
  LOGOUT("kgw.logout"),
  OPERATORS("idos.operators"),
  PARTIES("idos.parties"),
  STATUS("idos.status");

  private final String wireName;

  RpcMethod(String wireName) {
    this.wireName = wireName;
  }

  /// The name in the envelope.
  public String wireName() {
    return wireName;
  }

  /// Finds a method by its exact name.
  public static Optional<RpcMethod> named(String wireName) {
    for (RpcMethod method : values()) {
      if (method.wireName.equals(wireName)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
