package dev.idos.consensus;

import dev.idos.protocol.Account;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.Optional;
import java.util.OptionalLong;

/// What is being replicated, as consensus sees it. The look-ups answer from the last committed
/// block, may be asked by many threads, and [#tip] and [#nextDue] answer from memory. [#execute]
/// and [#commit] are called by the one thread that owns the round, each block in turn.
public interface Application {

  /// The last committed block.
  Tip tip();

  /// The nonce an account must use next, by the last committed block; 1 for one never seen.
  long nextNonce(Account account);

  /// What became of a transaction, as long as its receipt is kept.
  Optional<Receipt> receipt(TransactionHash transaction);

  /// The block time in whole seconds from which a block is due although nobody asks for one:
  /// deletions that waited for a lock.
  OptionalLong nextDue();

  /// Works out what can be known of a transaction before its turn: the proofs inside it. Pure, and
  /// called once for each by the thread that submits it, so many are prepared at once and none in
  /// the round.
  Prepared prepare(AuthenticatedTransaction transaction);

  /// Runs an agreed block without publishing it. The same blocks give the same outcome on every
  /// machine.
  Outcome execute(Block block);

  /// Publishes what [#execute] prepared, durably and all at once.
  ///
  /// @throws Unavailable if nothing of the block was stored; the last committed block still stands
  void commit();
}
