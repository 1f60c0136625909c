package dev.idos.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.rpc.TransactionJson;
import dev.idos.protocol.transaction.Transaction;
import java.io.IOException;

/// A signed transaction as `user.broadcast` takes it (`kwil-protocol.md` §3.1).
final class SignedTransactionJson {

  /// The node answers once a block has decided the transaction.
  private static final int UNTIL_COMMITTED = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private SignedTransactionJson() {}

  static ObjectNode broadcast(Transaction transaction) {
    try (var tokens = new TokenBuffer(JSON, false)) {
      TransactionJson.write(tokens, transaction);
      var params = Connected.empty();
      params.set("tx", JSON.readTree(tokens.asParser()));
      return params.put("sync", UNTIL_COMMITTED);
    } catch (IOException impossible) {
      throw new ImpossibleState("a buffer in memory can be written", impossible);
    }
  }
}
