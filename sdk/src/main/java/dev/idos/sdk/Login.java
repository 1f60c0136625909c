package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.message.LoginMessage;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import dev.idos.sdk.net.NodeAddress;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// A login text that the wallet has signed. It needs no secret of a node, so any node of the
/// network accepts it until it expires (`network.md` §9).
record Login(String nonce, Bytes signature) {

  private static final String STATEMENT = "idOS node login";
  private static final String URI = "idos:login";
  private static final String VERSION = "1";
  private static final int NONCE_LENGTH = 48;

  /// Signs the text rebuilt here from the nonce alone. A node that offers other words is refused:
  /// who signs whatever a node says can be made to sign anything.
  static Login sign(JsonNode offered, NodeAddress address, String chainId, Wallet wallet) {
    var nonce = offered.path("nonce").asText();
    if (!nonce.matches("[0-9a-f]{" + NONCE_LENGTH + "}")) {
      throw new Distrusted(Doubt.SIGNING_TEXT);
    }
    var rebuilt =
        new LoginMessage(
            address.url(),
            STATEMENT,
            URI,
            VERSION,
            chainId,
            nonce,
            time(nonce.substring(0, 8)),
            time(nonce.substring(8, 16)));
    var theirs =
        new LoginMessage(
            offered.path("domain").asText(),
            offered.path("statement").asText(),
            offered.path("uri").asText(),
            offered.path("version").asText(),
            offered.path("chain_id").asText(),
            nonce,
            offered.path("issue_at").asText(),
            offered.path("expiration_time").asText());
    if (!rebuilt.equals(theirs)) {
      throw new Distrusted(Doubt.SIGNING_TEXT);
    }
    return new Login(nonce, wallet.sign(Utf8.encode(rebuilt.text())));
  }

  ObjectNode params(Wallet wallet) {
    var params = Connected.empty();
    params.put("nonce", nonce).put("sender", wallet.sender().hex());
    params
        .putObject("signature")
        .put("sig", signature.base64())
        .put("type", wallet.scheme().wireName());
    return params;
  }

  private static String time(String hexSeconds) {
    return DateTimeFormatter.ISO_INSTANT.format(
        Instant.ofEpochSecond(Long.parseLong(hexSeconds, 16)));
  }
}
