package dev.idos.consensus;

import dev.idos.protocol.Account;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.Optional;

/// Puts transactions in order and has them executed: one machine alone, or a network. Every method
/// may be called by many threads; the blocking ones suit virtual threads.
public interface Sequencer extends AutoCloseable {

  /// Judges a transaction and, unless it is refused or known, lets it wait its turn.
  ///
  /// @throws Unavailable if the node takes no writes now
  Submission submit(AuthenticatedTransaction transaction);

  /// Waits for the receipt of a transaction that is pending or decided. Nothing if it is unknown,
  /// or takes longer.
  ///
  /// @throws Unavailable if the node gave up on it: the same transaction may be sent again
  Optional<Receipt> await(TransactionHash transaction, Duration atMost) throws InterruptedException;

  /// The transaction, if it waits for its turn.
  Optional<Pending> pending(TransactionHash transaction);

  /// The nonce an account must use next, counting what waits.
  long nextNonce(Account account);

  /// Stops taking transactions, decides those that wait, and ends.
  @Override
  void close();
}
