package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.storage.ChainHead;
import dev.idos.protocol.rpc.RpcMethod;

/// `idos.status`: how far this node is, and the hash of all it holds.
public final class Status implements ServedMethod {

  private final ChainState chain;

  public Status(ChainState chain) {
    this.chain = chain;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.STATUS,
        "Height, time in milliseconds and state root of the last block; blocks this node lags.",
        Member.of("height", "integer"),
        Member.of("time", "integer"),
        Member.of("root", "string"),
        Member.of("lag", "integer"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    ChainHead head = chain.head();
    return RpcAnswer.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("height", head.height())
            .put("time", head.timeMillis())
            .put("root", head.stateRoot().hex())
            .put("lag", 0));
  }
}
