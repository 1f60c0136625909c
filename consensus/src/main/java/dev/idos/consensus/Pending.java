package dev.idos.consensus;

import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A transaction on its way. Whoever submitted it may wait for its receipt here.
public final class Pending {

  private final Prepared prepared;
  private final Waits waits;
  private final CompletableFuture<Receipt> decided = new CompletableFuture<>();

  Pending(Prepared prepared, Waits waits) {
    this.prepared = prepared;
    this.waits = waits;
  }

  /// The hash it is known by.
  public TransactionHash hash() {
    return transaction().hash();
  }

  /// The transaction itself.
  public AuthenticatedTransaction transaction() {
    return prepared.transaction();
  }

  Prepared prepared() {
    return prepared;
  }

  /// Waits until it is committed; nothing if that takes longer.
  ///
  /// @throws Unavailable if the node gave up on it: the same transaction may be sent again
  public Optional<Receipt> await(Duration atMost) throws InterruptedException {
    try {
      return waits.await(decided, atMost);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Unavailable cause
          ? cause
          : new ImpossibleState("a transaction is decided or given up", failed);
    }
  }

  void decide(Receipt outcome) {
    decided.complete(outcome);
  }

  void drop(Unavailable cause) {
    decided.completeExceptionally(cause);
  }
}
