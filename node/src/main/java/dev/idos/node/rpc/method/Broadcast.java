package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.consensus.Pending;
import dev.idos.consensus.Sequencer;
import dev.idos.consensus.Submission;
import dev.idos.consensus.Unavailable;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.rpc.StreamedTransaction;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.Invocation;
import dev.idos.protocol.rpc.BroadcastRejection;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import dev.idos.protocol.rpc.TransactionResult;
import dev.idos.protocol.rpc.TxCode;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.Optional;

/// `user.broadcast`: hands a signed transaction in, and with `sync: 1` waits for its block.
public final class Broadcast implements ServedMethod {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long COMMIT = 1;

  private final ActionCatalogue catalogue;
  private final Sequencer sequencer;
  private final AddressBudget budget;

  public Broadcast(ActionCatalogue catalogue, Sequencer sequencer, AddressBudget budget) {
    this.catalogue = catalogue;
    this.sequencer = sequencer;
    this.budget = budget;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.BROADCAST,
            "Hands in a signed transaction; sync 1 waits until a block holds it.",
            Member.of("tx_hash", "string"),
            Member.optional("result", "object"))
        .taking(Member.of("tx", "object"), Member.optional("sync", "integer"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    boolean commit = Members.number(call.params(), "sync") == COMMIT;
    AuthenticatedTransaction transaction = authenticated(call);
    return switch (sequencer.submit(transaction)) {
      case Submission.Known(Receipt receipt) -> decided(receipt);
      case Submission.Refused(var refused) -> throw rejected(BroadcastRejection.of(refused));
      case Submission.Accepted(Pending pending) ->
          commit ? awaited(pending) : accepted(pending.hash());
    };
  }

  private AuthenticatedTransaction authenticated(RpcCall call)
      throws RpcFailure, MalformedException {
    budget.requireSome(call.client().address());
    var transaction = StreamedTransaction.of(call.params());
    switch (AuthenticatedTransaction.authenticate(transaction, catalogue)) {
      case AuthenticatedTransaction.Accepted(var accepted) -> {
        requireWellFormed(accepted.invocation());
        return accepted;
      }
      case AuthenticatedTransaction.Rejected(var refused) -> {
        if (refused.reason() == Refusal.SIGNATURE_INVALID) {
          budget.badSignature(call.client().address());
        }
        throw rejected(BroadcastRejection.of(refused));
      }
    }
  }

  /// What cannot be decoded reaches neither pool nor ledger. What can be, and asks for something
  /// wrong, does: its refusal is an outcome.
  private static void requireWellFormed(Invocation invocation)
      throws RpcFailure, MalformedException {
    if (invocation instanceof Invocation.Undecodable(int txCode, var refused)) {
      if (txCode == Receipt.TX_ENCODING) {
        throw new MalformedException(refused.text());
      }
      if (txCode == Receipt.TX_PAYLOAD_TYPE_UNKNOWN) {
        throw rejected(BroadcastRejection.of(refused));
      }
    }
  }

  private RpcAnswer awaited(Pending pending) throws RpcFailure {
    try {
      Optional<Receipt> receipt = pending.await(PATIENCE);
      if (receipt.isPresent()) {
        return decided(receipt.get());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Unavailable.tryAgain("the node is stopping: ask for the transaction by its hash");
    }
    throw rejected(
        new BroadcastRejection(
            TxCode.COMMIT_TIMED_OUT.code(),
            pending.hash().hex(),
            "timed out waiting for the transaction to be included in a block"));
  }

  private static RpcAnswer decided(Receipt receipt) {
    var json = JsonNodeFactory.instance.objectNode().put("tx_hash", receipt.transaction().hex());
    json.set("result", TransactionResult.of(receipt).toJson());
    return RpcAnswer.of(json);
  }

  private static RpcAnswer accepted(TransactionHash hash) {
    return RpcAnswer.of(JsonNodeFactory.instance.objectNode().put("tx_hash", hash.hex()));
  }

  private static RpcFailure rejected(BroadcastRejection rejection) {
    return RpcFailure.of(
        RpcError.BROADCAST_REJECTED, RpcError.BROADCAST_REJECTED.message(), rejection.toJson());
  }
}
