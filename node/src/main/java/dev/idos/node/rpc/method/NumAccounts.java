package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.node.application.Views;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.storage.Snapshot;
import dev.idos.protocol.rpc.RpcMethod;

/// `user.num_accounts`: how many accounts ever sent a transaction.
public final class NumAccounts implements ServedMethod {

  private final Views views;

  public NumAccounts(Views views) {
    this.views = views;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.NUM_ACCOUNTS,
        "How many accounts ever sent a transaction.",
        Member.of("count", "integer"),
        Member.of("height", "integer"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    return RpcAnswer.of(views.read(NumAccounts::counted));
  }

  private static ObjectNode counted(Snapshot snapshot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("count", snapshot.count(Accounts.ACCOUNTS))
        .put("height", snapshot.head().height());
  }
}
