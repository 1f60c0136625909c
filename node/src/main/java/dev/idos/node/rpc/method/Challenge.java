package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.crypto.Bytes;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.random.RandomGenerator;

/// `user.challenge`: 32 random bytes. A node in open mode never asks for them back.
public final class Challenge implements ServedMethod {

  private final RandomGenerator chance;

  public Challenge(RandomGenerator chance) {
    this.chance = chance;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.CHALLENGE,
        "Random bytes for signed calls; not needed in open mode.",
        Member.of("challenge", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    var random = new byte[32];
    chance.nextBytes(random);
    return RpcAnswer.of(
        JsonNodeFactory.instance.objectNode().put("challenge", Bytes.ofUnshared(random).hex()));
  }
}
