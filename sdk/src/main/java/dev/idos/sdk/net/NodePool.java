package dev.idos.sdk.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.protocol.Require;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Several nodes of one network, any of which will do. Asks the well ones first and goes on to
/// the next when one does not answer.
public final class NodePool implements AutoCloseable {

  private final List<NodeAddress> addresses;
  private final Timeouts timeouts;
  private final HealthBook health;
  private final JsonRpc rpc;

  public NodePool(List<NodeAddress> addresses, Timeouts timeouts, InstantSource clock) {
    Require.that(!addresses.isEmpty(), "at least one node's address is needed");
    this.addresses = List.copyOf(addresses);
    this.timeouts = timeouts;
    this.health = new HealthBook(clock);
    this.rpc = new JsonRpc(timeouts.connect());
  }

  /// All nodes, in the order they were given.
  public List<NodeAddress> addresses() {
    return addresses;
  }

  /// One question to one node, without fail-over.
  public Reply ask(NodeAddress address, String method, JsonNode params, Optional<String> bearer)
      throws IOException {
    return rpc.post(address, method, params, bearer, timeouts.read());
  }

  /// One transaction to one node, without fail-over.
  public Reply send(NodeAddress address, JsonNode params) throws IOException {
    return rpc.post(address, "user.broadcast", params, Optional.empty(), timeouts.write());
  }

  /// What is tried at one node after the other.
  @FunctionalInterface
  public interface Attempt {
    Reply at(NodeAddress address) throws IOException;
  }

  /// The first answer of a node that is well. An error that the node is not to blame for is an
  /// answer, too.
  ///
  /// @throws IdosException.Unavailable if no node answered
  public Reply first(Attempt attempt, IdosException.Retry retry) {
    IOException last = new IOException("no node was asked");
    for (NodeAddress address : health.order(addresses)) {
      try {
        var reply = attempt.at(address);
        if (!(reply instanceof Reply.Fault fault) || !fault.nodeIsUnwell()) {
          health.answered(address);
          return reply;
        }
        last = new IOException(address + " answered " + fault.code() + ": " + fault.message());
      } catch (IOException silent) {
        last = silent;
      }
      health.failed(address);
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    throw new IdosException.Unavailable("no answer from " + named() + reason(last), retry, last);
  }

  private String named() {
    return addresses.stream().map(NodeAddress::toString).collect(Collectors.joining(", "));
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
  }

  @Override
  public void close() {
    rpc.close();
  }
}
