package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.ledger.block.BlockContext;
import dev.idos.node.storage.ChainHead;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What several methods tell about the chain, in the words of the wire.
public final class ChainState {

  private final String chainId;
  private final Supplier<ChainHead> head;
  private final BooleanSupplier healthy;
  private final Clock clock;

  /// @param head the last committed block
  /// @param healthy whether blocks can be made
  public ChainState(
      String chainId, Supplier<ChainHead> head, BooleanSupplier healthy, Clock clock) {
    this.chainId = chainId;
    this.head = head;
    this.healthy = healthy;
    this.clock = clock;
  }

  ChainHead head() {
    return head.get();
  }

  boolean isHealthy() {
    return healthy.getAsBoolean();
  }

  /// The world as a view sees it: of the last block, and never earlier than now (`wire.md` §5).
  BlockContext now(ChainHead head) {
    long seconds = Math.max(head.timeSeconds(), clock.instant().getEpochSecond());
    return new BlockContext(Math.max(1, head.height()), seconds);
  }

  /// The members of `user.chain_info`.
  ObjectNode info(ChainHead head) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("chain_id", chainId)
        .put("block_height", head.height())
        .put("block_hash", head.blockHash().hex())
        .put("gas", false);
  }

  /// The members of `user.health`. An idle chain makes no blocks and is well all the same.
  public ObjectNode health() {
    ChainHead last = head();
    return info(last)
        .put("healthy", isHealthy())
        .put("version", Version.API)
        .put("block_time", last.timeMillis())
        .put("block_age", Math.max(0, clock.millis() - last.timeMillis()))
        .put("syncing", false)
        .put("height", last.height())
        .put("app_hash", last.stateRoot().hex())
        .put("peer_count", 0)
        .put("mode", "open");
  }
}
