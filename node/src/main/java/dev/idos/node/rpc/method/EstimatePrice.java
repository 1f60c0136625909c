package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.estimate_price`: nothing, always. kwil-js sends the whole unfinished transaction here
/// before each broadcast; it is not looked at.
public final class EstimatePrice implements ServedMethod {

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.ESTIMATE_PRICE,
            "What a transaction would cost: always 0.",
            Member.of("price", "string"))
        .taking(Member.of("tx", "object"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    return RpcAnswer.of(JsonNodeFactory.instance.objectNode().put("price", "0"));
  }
}
