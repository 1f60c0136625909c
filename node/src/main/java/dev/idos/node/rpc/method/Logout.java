package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.node.NodeMetrics;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.Client;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.session.SessionCookie;
import dev.idos.node.session.SessionValue;
import dev.idos.node.session.Sessions;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.Optional;

/// `kgw.logout`: ends the sessions of one account, or all of this website. Without any it succeeds
/// as well: clients log out whenever the wallet changes.
public final class Logout implements ServedMethod {

  private final Sessions sessions;
  private final AddressBudget budget;
  private final NodeMetrics metrics;

  public Logout(Sessions sessions, AddressBudget budget, NodeMetrics metrics) {
    this.sessions = sessions;
    this.budget = budget;
    this.metrics = metrics;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.LOGOUT,
            "Ends the sessions of an account, or all of them.",
            Member.of("result", "string"))
        .taking(Member.optional("account", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    Client client = call.client();
    budget.requireSome(client.address());
    Bytes account = Members.hex(call.params(), "account");
    SessionValue left =
        sessions
            .close(
                client.presented(),
                account.isEmpty() ? Optional.empty() : Optional.of(account),
                budget.signatures(client.address()))
            .orElseThrow(() -> Unavailable.tryAgain("the log-out could not be stored"));
    metrics.loggedOut();
    return RpcAnswer.of(JsonNodeFactory.instance.objectNode().put("result", "ok"))
        .withCookie(SessionCookie.header(left, sessions.maxAgeSeconds(left)));
  }
}
