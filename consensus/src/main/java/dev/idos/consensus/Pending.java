package dev.idos.consensus;

import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A transaction on its way. Whoever submitted it may wait for its receipt here.
public final class Pending {

  private final Prepared prepared;
  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile @Nullable Receipt receipt;
  private volatile @Nullable Unavailable dropped;

  Pending(Prepared prepared) {
    this.prepared = prepared;
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
    if (!decided.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    Unavailable cause = dropped;
    if (cause != null) {
      throw cause;
    }
    return Optional.ofNullable(receipt);
  }

  void decide(Receipt outcome) {
    receipt = outcome;
    decided.countDown();
  }

  void drop(Unavailable cause) {
    dropped = cause;
    decided.countDown();
  }
}
