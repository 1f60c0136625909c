package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.transaction.TransactionCodec;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Retry;
import dev.idos.sdk.net.IdosException.Unavailable;
import dev.idos.sdk.net.NodeAddress;
import dev.idos.sdk.net.NodePool;
import dev.idos.sdk.net.NodeRefusal;
import dev.idos.sdk.net.RefusalReader;
import dev.idos.sdk.net.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One signed transaction on its way. It is signed once; whatever is sent again, to this node or
/// to another, is the very same bytes, so it cannot happen twice.
final class Submission {

  private static final int BROADCAST_REFUSED = -201;
  private static final int NOT_FOUND = -202;
  private static final int NONCE_INVALID = 4;
  private static final int WAIT_TIMED_OUT = 10;
  private static final int POOL_FULL = 11;
  private static final Set<Integer> MAY_STILL_SUCCEED =
      Set.of(NONCE_INVALID, WAIT_TIMED_OUT, POOL_FULL);
  private static final int MOST_TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /// How it ended.
  sealed interface Result {}

  /// A block has decided it.
  record Decided(Executed executed) implements Result {}

  /// It was signed with a number that is not next, and no node holds it: it may be signed anew.
  record NonceStale(NodeRefusal refusal) implements Result {}

  private final NodePool nodes;
  private final ObjectNode params;
  private final TransactionHash hash;
  private boolean mayHaveArrived;

  private Submission(NodePool nodes, ObjectNode params, TransactionHash hash) {
    this.nodes = nodes;
    this.params = params;
    this.hash = hash;
  }

  static Submission signed(
      Connected network, Wallet wallet, List<? extends Action> actions, long nonce) {
    var signed = TransactionSigner.sign(wallet, actions, nonce, network.chainId());
    return new Submission(
        network.nodes(), TransactionSigner.broadcast(signed), TransactionCodec.hash(signed));
  }

  /// Sends it until it is decided, refused, or has to be signed anew.
  Result run() {
    for (int attempt = 1; ; attempt++) {
      switch (nodes.first(this::send, Retry.SAME_TRANSACTION_ONLY)) {
        case Reply.Result answer -> {
          return decided(answer.result().path("result"));
        }
        case Reply.Fault fault -> {
          var end = endOf(fault);
          if (end.isPresent()) {
            return end.get();
          }
          if (attempt == MOST_TRIES) {
            throw outcomeUnknown(fault.message());
          }
          pause(attempt);
        }
      }
    }
  }

  /// What a refused broadcast means; empty if the same transaction is to be sent again.
  private Optional<Result> endOf(Reply.Fault fault) {
    int code = fault.data().path("code").asInt();
    if (fault.code() != BROADCAST_REFUSED || !MAY_STILL_SUCCEED.contains(code)) {
      throw new Refused(RefusalReader.ofFault(fault));
    }
    mayHaveArrived |= code == WAIT_TIMED_OUT;
    if (mayHaveArrived) {
      return lookUp();
    }
    return code == NONCE_INVALID
        ? Optional.of(new NonceStale(RefusalReader.ofFault(fault)))
        : Optional.empty();
  }

  private Reply send(NodeAddress address) throws IOException {
    try {
      return nodes.send(address, params);
    } catch (ConnectException neverArrived) {
      throw neverArrived;
    } catch (IOException silent) {
      mayHaveArrived = true;
      throw silent;
    }
  }

  private Optional<Result> lookUp() {
    var query = Connected.empty().put("tx_hash", hash.hex());
    var reply =
        nodes.first(
            address -> nodes.ask(address, "user.tx_query", query, Optional.empty()),
            Retry.SAME_TRANSACTION_ONLY);
    return switch (reply) {
      case Reply.Fault fault when fault.code() == NOT_FOUND -> Optional.empty();
      case Reply.Fault fault -> throw outcomeUnknown(fault.message());
      case Reply.Result answer ->
          answer.result().path("height").asLong() > 0
              ? Optional.of(decided(answer.result().path("tx_result")))
              : Optional.empty();
    };
  }

  private Decided decided(JsonNode result) {
    if (result.path("code").asInt(-1) != 0) {
      throw new Refused(RefusalReader.ofResult(result));
    }
    return new Decided(new Executed(hash, result.path("log").asText()));
  }

  private Unavailable outcomeUnknown(String message) {
    return new Unavailable(
        "the outcome is not known yet: " + message,
        Retry.SAME_TRANSACTION_ONLY,
        new IOException(message));
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
