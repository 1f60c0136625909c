package dev.idos.consensus;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import java.math.BigInteger;

/// Transactions signed by named people. What they ask for is nothing consensus looks at.
final class Signed {

  static final String CHAIN = "idos-test";
  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  private Signed() {}

  static AuthenticatedTransaction by(String name, long nonce) {
    return by(name, nonce, CHAIN, 10);
  }

  static AuthenticatedTransaction by(String name, long nonce, String chainId, int payloadBytes) {
    var payload = Bytes.ofUnshared(new byte[payloadBytes]);
    return sign(name, new TransactionBody("", payload, "execute", BigInteger.ZERO, nonce, chainId));
  }

  /// Another transaction with the same nonce.
  static AuthenticatedTransaction rivalBy(String name, long nonce) {
    return sign(
        name,
        new TransactionBody("", Utf8.encode("rival"), "execute", BigInteger.ZERO, nonce, CHAIN));
  }

  private static AuthenticatedTransaction sign(String name, TransactionBody body) {
    WalletKey wallet = InsecureTestKeys.of(name);
    Bytes signature =
        wallet.sign(TransactionCodec.signedBytes(transaction(body, wallet, Bytes.EMPTY)));
    var result =
        AuthenticatedTransaction.authenticate(transaction(body, wallet, signature), CATALOGUE);
    return ((AuthenticatedTransaction.Accepted) result).transaction();
  }

  private static Transaction transaction(TransactionBody body, WalletKey wallet, Bytes signature) {
    return new Transaction(
        body, Transaction.CONCAT, wallet.scheme().wireName(), signature, wallet.sender());
  }
}
