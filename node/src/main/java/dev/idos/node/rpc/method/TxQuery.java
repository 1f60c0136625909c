package dev.idos.node.rpc.method;

import dev.idos.consensus.Pending;
import dev.idos.consensus.Sequencer;
import dev.idos.crypto.Bytes;
import dev.idos.node.application.Views;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import dev.idos.protocol.rpc.TransactionResult;
import dev.idos.protocol.rpc.TransactionStatus;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import java.math.BigInteger;
import java.util.Optional;

/// `user.tx_query`: what became of a transaction. Never its payload, nor who signed what
/// (`wire.md` §3).
public final class TxQuery implements ServedMethod {

  private static final int HASH_DIGITS = 64;

  private final String chainId;
  private final Sequencer sequencer;
  private final Views views;

  public TxQuery(String chainId, Sequencer sequencer, Views views) {
    this.chainId = chainId;
    this.sequencer = sequencer;
    this.views = views;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.TX_QUERY,
            "What became of a transaction; height -1 while it waits.",
            Member.of("tx_hash", "string"),
            Member.of("height", "integer"),
            Member.of("tx", "object"),
            Member.optional("tx_result", "object"))
        .taking(Member.of("tx_hash", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    TransactionHash hash = hash(Members.text(call.params(), "tx_hash"));
    Optional<Pending> pending = sequencer.pending(hash);
    if (pending.isPresent()) {
      return answer(waiting(pending.get()));
    }
    Receipt receipt =
        views
            .read(snapshot -> snapshot.receipt(hash))
            .orElseThrow(() -> RpcFailure.of(RpcError.TRANSACTION_NOT_FOUND));
    return answer(decided(receipt));
  }

  private static TransactionHash hash(String digits) throws MalformedException {
    if (digits.length() != HASH_DIGITS) {
      throw new MalformedException("invalid hash length: expected 64, got " + digits.length());
    }
    try {
      return new TransactionHash(Bytes.ofHex(digits));
    } catch (IllegalArgumentException notHex) {
      throw new MalformedException("a hash is 64 hex digits");
    }
  }

  private static RpcAnswer answer(TransactionStatus status) {
    return RpcAnswer.written(status::writeTo);
  }

  private static TransactionStatus waiting(Pending pending) {
    Transaction whole = pending.transaction().transaction();
    TransactionBody body = whole.body();
    var bare =
        new TransactionBody(
            "", Bytes.EMPTY, body.payloadType(), body.fee(), body.nonce(), body.chainId());
    return new TransactionStatus(
        pending.hash(),
        TransactionStatus.PENDING,
        new Transaction(bare, whole.serialization(), whole.authType(), Bytes.EMPTY, whole.sender()),
        Optional.empty());
  }

  private TransactionStatus decided(Receipt receipt) {
    var bare =
        new TransactionBody("", Bytes.EMPTY, Transaction.EXECUTE, BigInteger.ZERO, 0, chainId);
    return new TransactionStatus(
        receipt.transaction(),
        receipt.height(),
        new Transaction(bare, Transaction.CONCAT, "", Bytes.EMPTY, receipt.sender()),
        Optional.of(TransactionResult.of(receipt)));
  }
}
