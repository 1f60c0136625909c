package dev.idos.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.rpc.TransactionJson;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/// Makes signed transactions. The text the wallet signs is built here, from the actions alone.
public final class TransactionSigner {

  /// The node answers once a block has decided the transaction.
  private static final int UNTIL_COMMITTED = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private TransactionSigner() {}

  /// A transaction that runs actions of one kind, all or none of them.
  public static Transaction sign(
      Wallet wallet, List<? extends Action> actions, long nonce, String chainId) {
    var catalogue = Connected.CATALOGUE;
    var body =
        new TransactionBody(
            catalogue.signature(actions.getFirst()).description(),
            catalogue.execution(actions).encode(),
            Transaction.EXECUTE,
            BigInteger.ZERO,
            nonce,
            chainId);
    var unsigned = of(body, wallet, Bytes.EMPTY);
    return of(body, wallet, wallet.sign(TransactionCodec.signedBytes(unsigned)));
  }

  /// The parameters of `user.broadcast` (`kwil-protocol.md` §3.1).
  public static ObjectNode broadcast(Transaction transaction) {
    try (var tokens = new TokenBuffer(JSON, false)) {
      TransactionJson.write(tokens, transaction);
      var params = Connected.empty();
      params.set("tx", JSON.readTree(tokens.asParser()));
      return params.put("sync", UNTIL_COMMITTED);
    } catch (IOException impossible) {
      throw new ImpossibleState("a buffer in memory can be written", impossible);
    }
  }

  private static Transaction of(TransactionBody body, Wallet wallet, Bytes signature) {
    return new Transaction(
        body, Transaction.CONCAT, wallet.scheme().wireName(), signature, wallet.sender());
  }
}
