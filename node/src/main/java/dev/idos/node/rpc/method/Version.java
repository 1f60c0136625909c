package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.version`: which protocol is spoken here.
public final class Version implements ServedMethod {

  /// The version of the protocol this node speaks.
  public static final String API = "0.2.0";

  /// The version of this program.
  public static final String PROGRAM = "idos-0.1.0";

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.VERSION,
        "The versions of the protocol and of this program.",
        Member.of("service", "string"),
        Member.of("api_ver", "string"),
        Member.of("major", "integer"),
        Member.of("minor", "integer"),
        Member.of("patch", "integer"),
        Member.of("kwil_ver", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    return RpcAnswer.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("service", "user")
            .put("api_ver", API)
            .put("major", 0)
            .put("minor", 2)
            .put("patch", 0)
            .put("kwil_ver", PROGRAM));
  }
}
