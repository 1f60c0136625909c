package dev.idos.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What an honest node offers to be signed for a login.
final class Logins {

  /// Issued at 1,790,000,000 s and good for an hour.
  static final String NONCE = "6ab13b806ab1499000112233445566778899aabbccddeeff".substring(0, 48);

  private Logins() {}

  static ObjectNode offer(String domain) {
    return ScriptedNode.object()
        .put("nonce", NONCE)
        .put("statement", "idOS node login")
        .put("issue_at", java.time.Instant.ofEpochSecond(0x6ab13b80L).toString())
        .put("expiration_time", java.time.Instant.ofEpochSecond(0x6ab14990L).toString())
        .put("chain_id", ScriptedNode.CHAIN)
        .put("domain", domain)
        .put("version", "1")
        .put("uri", "idos:login");
  }

  /// Makes a scripted node let everybody in.
  static ScriptedNode open(ScriptedNode node) {
    return node.on("kgw.authn_param", params -> new ScriptedNode.Result(offer(node.url())))
        .on("kgw.authn", params -> ScriptedNode.result("result", "ok"))
        .on(
            "user.account",
            params -> new ScriptedNode.Result(ScriptedNode.object().put("nonce", 0)));
  }
}
