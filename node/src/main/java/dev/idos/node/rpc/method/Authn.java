package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.node.NodeMetrics;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.Client;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.session.LoginNonce;
import dev.idos.node.session.Opening;
import dev.idos.node.session.SessionCookie;
import dev.idos.node.session.SessionValue;
import dev.idos.node.session.Sessions;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;

/// `kgw.authn`: opens a session with a signed login.
public final class Authn implements ServedMethod {

  private final Sessions sessions;
  private final AddressBudget budget;
  private final NodeMetrics metrics;

  public Authn(Sessions sessions, AddressBudget budget, NodeMetrics metrics) {
    this.sessions = sessions;
    this.budget = budget;
    this.metrics = metrics;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.AUTHN,
            "Opens a session with the signed text; the answer sets a cookie, and names its value for"
                + " clients that send it as a bearer token.",
            Member.of("result", "string"),
            Member.of("session", "string"))
        .taking(
            Member.of("nonce", "string"),
            Member.of("sender", "string"),
            Member.of("signature", "object"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    Client client = call.client();
    budget.charge(client.address());
    LoginNonce nonce =
        LoginNonce.parse(Members.text(call.params(), "nonce"))
            .orElseThrow(() -> refused("the nonce is not one of this network"));
    JsonNode signature = Members.object(call.params(), "signature");
    AuthScheme scheme =
        AuthScheme.named(Members.text(signature, "type"))
            .orElseThrow(() -> refused("unknown signature type"));
    Bytes sender = Members.hex(call.params(), "sender");
    Opening opening =
        sessions.open(
            client.presented(),
            AuthnParam.domainsOf(client, sessions),
            nonce,
            scheme,
            sender,
            Members.base64(signature, "sig"),
            budget.signatures(client.address()));
    return switch (opening) {
      case Opening.Opened(SessionValue value, SessionValue own, long maxAge) ->
          opened(value, own, maxAge);
      case Opening.NotAuthorized() -> throw refused("the login is not signed, or not any more");
      case Opening.DoesNotFit() -> throw refused("the login is too large for a cookie");
    };
  }

  private RpcAnswer opened(SessionValue value, SessionValue own, long maxAge) {
    metrics.loggedIn();
    return RpcAnswer.of(
            JsonNodeFactory.instance.objectNode().put("result", "ok").put("session", own.text()))
        .withCookie(SessionCookie.header(value, maxAge));
  }

  private static RpcFailure refused(String why) {
    return RpcFailure.of(RpcError.NOT_AUTHORIZED, "not authorized: " + why);
  }
}
