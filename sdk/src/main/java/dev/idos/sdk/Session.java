package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.NodeAddress;
import dev.idos.sdk.net.NodePool;
import dev.idos.sdk.net.NodeRefusal.ByGateway;
import dev.idos.sdk.net.RefusalReader;
import dev.idos.sdk.net.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A wallet's login at each node it was needed at. The wallet signs once; another node is shown
/// the same login. An expired one is replaced by signing again, once.
final class Session {

  private static final String COOKIE = "kgw_session=";

  private final NodePool nodes;
  private final String chainId;
  private final Wallet wallet;
  private final Map<NodeAddress, String> bearers = new ConcurrentHashMap<>();
  private volatile Optional<Login> signed = Optional.empty();

  Session(NodePool nodes, String chainId, Wallet wallet) {
    this.nodes = nodes;
    this.chainId = chainId;
    this.wallet = wallet;
  }

  /// Asks a question in the name of the wallet.
  Reply ask(NodeAddress address, String method, JsonNode params) throws IOException {
    var known = Optional.ofNullable(bearers.get(address));
    var bearer = known.isPresent() ? known.get() : open(address);
    var reply = nodes.ask(address, method, params, Optional.of(bearer));
    if (!isSignedOut(reply)) {
      return reply;
    }
    bearers.remove(address, bearer);
    signed = Optional.empty();
    return nodes.ask(address, method, params, Optional.of(open(address)));
  }

  /// Logs in at a node: with the login the wallet has signed already, else with a new one.
  String open(NodeAddress address) throws IOException {
    var before = signed;
    if (before.isPresent()) {
      var shown = present(address, before.get());
      if (shown instanceof Reply.Result result) {
        return remember(address, result);
      }
    }
    var offered = nodes.ask(address, "kgw.authn_param", Connected.empty(), Optional.empty());
    var login = Login.sign(resultOf(offered), address, chainId, wallet);
    var shown = present(address, login);
    resultOf(shown);
    signed = Optional.of(login);
    return remember(address, (Reply.Result) shown);
  }

  /// A login in the form that travels.
  String exposeBearer() {
    return bearers.values().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the login has ended"));
  }

  /// Ends the login everywhere it was opened. Answers whether every node has heard of it; one
  /// that has not forgets the login when it expires.
  boolean close() {
    var params = Connected.empty().put("account", wallet.sender().hex());
    boolean allHeard = true;
    for (var entry : bearers.entrySet()) {
      try {
        nodes.ask(entry.getKey(), "kgw.logout", params, Optional.of(entry.getValue()));
      } catch (IOException unreachable) {
        allHeard = false;
      }
    }
    bearers.clear();
    signed = Optional.empty();
    return allHeard;
  }

  private Reply present(NodeAddress address, Login login) throws IOException {
    return nodes.ask(address, "kgw.authn", login.params(wallet), Optional.empty());
  }

  private String remember(NodeAddress address, Reply.Result opened) {
    var value =
        opened
            .setCookie()
            .filter(cookie -> cookie.startsWith(COOKIE))
            .map(cookie -> cookie.substring(COOKIE.length()).split(";", 2)[0])
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> new Distrusted(Doubt.ANSWER));
    bearers.put(address, value);
    return value;
  }

  private static boolean isSignedOut(Reply reply) {
    return reply instanceof Reply.Fault fault && fault.code() == ByGateway.NOT_SIGNED_IN;
  }

  private static JsonNode resultOf(Reply reply) throws IOException {
    return switch (reply) {
      case Reply.Result answer -> answer.result();
      case Reply.Fault fault -> {
        if (fault.nodeIsUnwell()) {
          throw new IOException(fault.code() + ": " + fault.message());
        }
        throw new Refused(RefusalReader.ofFault(fault));
      }
    };
  }
}
