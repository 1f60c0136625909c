package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.query.Query;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Retry;
import dev.idos.sdk.net.RefusalReader;
import dev.idos.sdk.net.Reply;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A network, and a wallet that has proved itself to it. Safe for many threads; transactions of
/// one wallet go out one after the other, because each carries the next number of its account.
public final class SignedIn {

  private final Connected network;
  private final Wallet wallet;
  private final Session session;
  private final ReentrantLock turn = new ReentrantLock();
  private long lastNonce = UNKNOWN;

  private static final long UNKNOWN = -1;

  private SignedIn(Connected network, Wallet wallet, Session session) {
    this.network = network;
    this.wallet = wallet;
    this.session = session;
  }

  static SignedIn at(Connected network, Wallet wallet) {
    var session = new Session(network.nodes(), network.chainId(), wallet);
    network
        .nodes()
        .first(
            address -> {
              session.open(address);
              return new Reply.Result(Connected.empty(), Optional.empty());
            },
            Retry.SAFE);
    return new SignedIn(network, wallet, session);
  }

  /// The wallet this client speaks for.
  public Wallet wallet() {
    return wallet;
  }

  /// The network without the login.
  public Connected network() {
    return network;
  }

  /// Ends the login at every node it was used at. Answers whether all of them have heard of it;
  /// one that has not forgets the login when it expires.
  public boolean logOut() {
    return session.close();
  }

  /// Runs an action and waits until a block has decided it.
  ///
  /// @throws Refused if the network refused it
  public Executed execute(Action action) {
    return executeAll(List.of(action));
  }

  /// Runs several actions of one kind, all or none of them, and waits until a block has decided.
  ///
  /// @throws Refused if the network refused any of them
  public Executed executeAll(List<? extends Action> actions) {
    turn.lock();
    try {
      if (lastNonce == UNKNOWN) {
        lastNonce = askNonce();
      }
      var first = submit(actions, lastNonce + 1);
      if (first instanceof Submission.Decided decided) {
        return decided.executed();
      }
      lastNonce = askNonce();
      return switch (submit(actions, lastNonce + 1)) {
        case Submission.Decided decided -> decided.executed();
        case Submission.NonceStale(var refusal) -> throw new Refused(refusal);
      };
    } finally {
      turn.unlock();
    }
  }

  /// The rows of a view.
  List<Row> ask(Query query) {
    var params = Connected.callParams(query, wallet.scheme(), wallet.sender());
    var reply = network.nodes().first(node -> session.ask(node, "user.call", params), Retry.SAFE);
    return switch (reply) {
      case Reply.Result answer -> Connected.rows(answer.result());
      case Reply.Fault fault -> throw new Refused(RefusalReader.ofFault(fault));
    };
  }

  /// The value of an `Authorization: Bearer` header that speaks for this wallet until the login
  /// ends. For programs with a connection of their own; it must not be logged.
  public String exposeBearer() {
    return session.exposeBearer();
  }

  /// Refused or not, a number is used up as soon as a block has decided the transaction.
  private Submission.Result submit(List<? extends Action> actions, long nonce) {
    var submission = Submission.signed(network, wallet, actions, nonce);
    try {
      var result = submission.run();
      if (result instanceof Submission.Decided) {
        lastNonce = nonce;
      }
      return result;
    } catch (RuntimeException failed) {
      lastNonce = UNKNOWN;
      throw failed;
    }
  }

  private long askNonce() {
    var params = Connected.empty();
    params
        .putObject("id")
        .put("identifier", wallet.sender().hex())
        .put("key_type", WalletSignatures.keyType(wallet.scheme(), wallet.sender()).wireName());
    params.put("status", 1);
    JsonNode account = network.result("user.account", params);
    return account.path("nonce").asLong();
  }
}
