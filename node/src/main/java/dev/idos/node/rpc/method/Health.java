package dev.idos.node.rpc.method;

import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.health`: the first thing every client asks. `mode` tells it how to call views: `open`.
public final class Health implements ServedMethod {

  private final ChainState chain;

  public Health(ChainState chain) {
    this.chain = chain;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.HEALTH,
        "Whether the node is well, and in which mode it answers views.",
        Member.of("chain_id", "string"),
        Member.of("block_height", "integer"),
        Member.of("block_hash", "string"),
        Member.of("gas", "boolean"),
        Member.of("healthy", "boolean"),
        Member.of("version", "string"),
        Member.of("block_time", "integer"),
        Member.of("block_age", "integer"),
        Member.of("syncing", "boolean"),
        Member.of("height", "integer"),
        Member.of("app_hash", "string"),
        Member.of("peer_count", "integer"),
        Member.of("mode", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    return RpcAnswer.of(chain.health());
  }
}
