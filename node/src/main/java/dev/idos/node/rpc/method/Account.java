package dev.idos.node.rpc.method;

import dev.idos.consensus.Application;
import dev.idos.consensus.Sequencer;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.AccountAnswer;
import dev.idos.protocol.rpc.AccountRequest;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.account`: the last nonce an account has used.
public final class Account implements ServedMethod {

  private final Application application;
  private final Sequencer sequencer;

  public Account(Application application, Sequencer sequencer) {
    this.application = application;
    this.sequencer = sequencer;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.ACCOUNT,
            "The last nonce of an account; with status 1 also of what waits.",
            Member.optional("id", "object"),
            Member.of("balance", "string"),
            Member.of("nonce", "integer"))
        .taking(Member.of("id", "object"), Member.optional("status", "integer"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    AccountRequest request = AccountRequest.read(call.params());
    dev.idos.protocol.Account account =
        request.account().orElseThrow(() -> RpcFailure.of(RpcError.ACCOUNT));
    long nonce =
        request.withPending()
            ? sequencer.nextNonce(account) - 1
            : application.nextNonce(account) - 1;
    return RpcAnswer.of(new AccountAnswer(nonce).toJson(request));
  }
}
