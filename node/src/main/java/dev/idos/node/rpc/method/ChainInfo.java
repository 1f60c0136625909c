package dev.idos.node.rpc.method;

import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.chain_info`: which network this is, and how far it is.
public final class ChainInfo implements ServedMethod {

  private final ChainState chain;

  public ChainInfo(ChainState chain) {
    this.chain = chain;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.CHAIN_INFO,
        "The network's name and its last block.",
        Member.of("chain_id", "string"),
        Member.of("block_height", "integer"),
        Member.of("block_hash", "string"),
        Member.of("gas", "boolean"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    return RpcAnswer.of(chain.info(chain.head()));
  }
}
