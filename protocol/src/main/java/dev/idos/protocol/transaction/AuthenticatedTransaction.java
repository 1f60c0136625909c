package dev.idos.protocol.transaction;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Account;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Refused;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.Invocation;
import java.util.Optional;

/// A transaction whose wallet signature has been checked. Holding one is the proof: only
/// [#authenticate] makes them, so consensus and ledger cannot be handed an unchecked transaction.
public final class AuthenticatedTransaction {

  private final Transaction transaction;
  private final TransactionHash hash;
  private final Caller caller;
  private final Account account;
  private final Invocation invocation;
  private final int bytes;

  private AuthenticatedTransaction(
      Transaction transaction,
      TransactionHash hash,
      Caller caller,
      Account account,
      Invocation invocation,
      int bytes) {
    this.transaction = transaction;
    this.hash = hash;
    this.caller = caller;
    this.account = account;
    this.invocation = invocation;
    this.bytes = bytes;
  }

  /// What became of the check.
  public sealed interface Result {}

  /// The signature is the sender's.
  public record Accepted(AuthenticatedTransaction transaction) implements Result {}

  /// It is not, or cannot be checked.
  public record Rejected(Refused refused) implements Result {}

  /// Checks the wallet signature and decodes what is asked for. An undecodable request may still
  /// be signed well: it is accepted here, refused by the ledger, and consumes its nonce.
  public static Result authenticate(Transaction transaction, ActionCatalogue catalogue) {
    Optional<Refused> badForm = SignatureRules.form(transaction);
    if (badForm.isPresent()) {
      return new Rejected(badForm.get());
    }
    Optional<Caller> claimed = SignatureRules.claimed(transaction);
    if (claimed.isEmpty()) {
      return new Rejected(SignatureRules.unclaimed(transaction));
    }
    Caller caller = claimed.get();
    Optional<Refused> badSignature = SignatureRules.signature(caller.scheme(), transaction);
    if (badSignature.isPresent()) {
      return new Rejected(badSignature.get());
    }
    var account =
        new Account(
            WalletSignatures.keyType(caller.scheme(), caller.sender()), transaction.sender());
    TransactionBody body = transaction.body();
    return new Accepted(
        new AuthenticatedTransaction(
            transaction,
            TransactionCodec.hash(transaction),
            caller,
            account,
            catalogue.decode(body.payloadType(), body.payload()),
            TransactionCodec.size(transaction)));
  }

  public TransactionHash hash() {
    return hash;
  }

  public Caller caller() {
    return caller;
  }

  public Account account() {
    return account;
  }

  public long nonce() {
    return transaction.body().nonce();
  }

  public String chainId() {
    return transaction.body().chainId();
  }

  /// What it asks for, decoded once, when it was authenticated.
  public Invocation invocation() {
    return invocation;
  }

  /// The size of its canonical bytes.
  public int bytes() {
    return bytes;
  }

  public Bytes sender() {
    return transaction.sender();
  }

  public Transaction transaction() {
    return transaction;
  }
}
