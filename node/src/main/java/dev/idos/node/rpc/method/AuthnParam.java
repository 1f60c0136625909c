package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.Client;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.session.LoginText;
import dev.idos.node.session.Sessions;
import dev.idos.protocol.Quoted;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.List;

/// `kgw.authn_param`: the parts of the text a wallet signs to log in.
public final class AuthnParam implements ServedMethod {

  private final String chainId;
  private final Sessions sessions;
  private final AddressBudget budget;

  public AuthnParam(String chainId, Sessions sessions, AddressBudget budget) {
    this.chainId = chainId;
    this.sessions = sessions;
    this.budget = budget;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.AUTHN_PARAM,
        "The parts of the text a wallet signs to log in.",
        Member.of("nonce", "string"),
        Member.of("statement", "string"),
        Member.of("issue_at", "string"),
        Member.of("expiration_time", "string"),
        Member.of("chain_id", "string"),
        Member.of("domain", "string"),
        Member.of("version", "string"),
        Member.of("uri", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure {
    budget.charge(call.client().address());
    String domain = domainsOf(call.client(), sessions).getFirst();
    var nonce = sessions.newNonce();
    return RpcAnswer.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("nonce", nonce.text())
            .put("statement", LoginText.STATEMENT)
            .put("issue_at", nonce.issued().toString())
            .put("expiration_time", nonce.expires().toString())
            .put("chain_id", chainId)
            .put("domain", domain)
            .put("version", LoginText.VERSION)
            .put("uri", LoginText.URI));
  }

  /// The public addresses a request was sent to, at least one.
  static List<String> domainsOf(Client client, Sessions sessions) throws RpcFailure {
    List<String> domains = sessions.domainsFor(client.host());
    if (domains.isEmpty()) {
      throw RpcFailure.of(
          RpcError.NOT_ALLOWED,
          "this node is not known as "
              + Quoted.of(client.host())
              + ": its operator adds the address with --public-url");
    }
    return domains;
  }
}
