package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.ping`: is anybody there.
public final class Ping implements ServedMethod {

  @Override
  public Description description() {
    return Description.of(RpcMethod.PING, "Answers pong.", Member.of("message", "string"))
        .taking(Member.optional("message", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws MalformedException {
    Members.text(call.params(), "message");
    return RpcAnswer.of(JsonNodeFactory.instance.objectNode().put("message", "pong"));
  }
}
