package dev.idos.protocol.transaction;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Account;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Refused;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.action.Invocation;

/// A transaction whose wallet signature has been checked. Holding one is the proof: only
/// [#authenticate] makes them, so consensus and ledger cannot be handed an unchecked transaction.
public final class AuthenticatedTransaction {

  private final Transaction transaction;
  private final TransactionHash hash;
  private final Caller caller;
  private final Account account;
  private final Invocation invocation;
  private final int bytes;

  AuthenticatedTransaction(
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

  public sealed interface Result {}

  public record Accepted(AuthenticatedTransaction transaction) implements Result {}

  public record Rejected(Refused refused) implements Result {}

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
