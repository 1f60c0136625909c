package dev.idos.consensus;

import static dev.idos.protocol.Refusal.CHAIN_WRONG;
import static dev.idos.protocol.Refusal.TOO_LARGE;

import dev.idos.protocol.Account;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refused;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Orders the transactions of one machine. One thread owns the round: it takes what waits,
/// executes and commits it, and wakes whoever waited; meanwhile the next block gathers, so a busy
/// node commits many transactions with one write to the disk and an idle one answers at once.
public final class SoloSequencer implements Sequencer {

  /// How long nothing is accepted after a block could not be stored.
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// How long the next block gathers for each transaction of the last one, counted from the last
  /// one's beginning, and at most: a block costs something besides its transactions, so a busy node
  /// is faster with fewer blocks. One transaction at a time waits for nothing.
  private static final long GATHERING_NANOS_EACH = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long LONGEST_GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private enum Phase {
    RUNNING,
    DRAINING,
    HALTED
  }

  private final String chainId;
  private final Application application;
  private final BlockTime clock;
  private final PoolLimits limits;
  private final RoundWatch watch;
  private final Halt halt;
  private final Thread round;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition somethingToDo = lock.newCondition();
  private final Condition stopping = lock.newCondition();
  private final Waits waits = new Waits();
  private final Pool pool;
  private Phase phase = Phase.RUNNING;
  private long rounds;
  private boolean paused;
  private long pausedAt;
  private long gatheredAt = System.nanoTime();

  private SoloSequencer(
      String chainId,
      Application application,
      BlockTime clock,
      PoolLimits limits,
      RoundWatch watch,
      Halt halt) {
    this.chainId = chainId;
    this.application = application;
    this.clock = clock;
    this.limits = limits;
    this.watch = watch;
    this.halt = halt;
    this.pool = new Pool(limits, waits);
    this.round = Thread.ofPlatform().name("round").unstarted(this::run);
  }

  /// Starts ordering on top of what the application has committed.
  public static SoloSequencer start(
      String chainId,
      Application application,
      BlockTime clock,
      PoolLimits limits,
      RoundWatch watch,
      Halt halt) {
    var sequencer = new SoloSequencer(chainId, application, clock, limits, watch, halt);
    sequencer.round.start();
    return sequencer;
  }

  @Override
  public Submission submit(AuthenticatedTransaction transaction) {
    Optional<Prepared> prepared = Optional.empty();
    while (true) {
      Glance glance = glance(transaction.hash(), transaction.account());
      if (glance.pending().isPresent()) {
        return new Submission.Accepted(glance.pending().get());
      }
      if (!transaction.chainId().equals(chainId)) {
        return refused(CHAIN_WRONG.with(transaction.chainId()));
      }
      if (transaction.bytes() > limits.blockBytes()) {
        return refused(TOO_LARGE.with());
      }
      long committed = committedNonce(glance);
      if (transaction.nonce()
          < committed) { // this nonce was used, perhaps by this very transaction
        Optional<Receipt> known = application.receipt(transaction.hash());
        if (known.isPresent()) {
          return new Submission.Known(known.get());
        }
      }
      Optional<Submission> answer = admit(transaction, prepared, committed, glance.rounds());
      if (answer.isEmpty() && prepared.isEmpty()) {
        prepared = Optional.of(application.prepare(transaction));
        answer = admit(transaction, prepared, committed, glance.rounds());
      }
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /// Answers unless the transaction is good but not prepared yet, so that no work goes into what
  /// is refused; or a round ended since the glance, so that what was looked up may be outdated.
  private Optional<Submission> admit(
      AuthenticatedTransaction transaction,
      Optional<Prepared> prepared,
      long committedNonce,
      long roundsSeen) {
    lock.lock();
    try {
      Optional<Pending> pending = pool.find(transaction.hash());
      if (pending.isPresent()) {
        return Optional.of(new Submission.Accepted(pending.get()));
      }
      if (rounds != roundsSeen) {
        return Optional.empty();
      }
      requireTakingWrites();
      Optional<Refused> refused = pool.judge(transaction, committedNonce);
      return refused.isPresent()
          ? Optional.of(refused(refused.get()))
          : prepared.map(ready -> new Submission.Accepted(add(ready)));
    } finally {
      lock.unlock();
    }
  }

  /// What the pool knows at one moment, and how many rounds had ended by then.
  private record Glance(
      long rounds, Optional<Pending> pending, Account account, OptionalLong nextInRun) {}

  private Glance glance(TransactionHash hash, Account account) {
    lock.lock();
    try {
      return new Glance(rounds, pool.find(hash), account, pool.nextNonce(account));
    } finally {
      lock.unlock();
    }
  }

  private long committedNonce(Glance glance) {
    return glance.nextInRun().orElseGet(() -> application.nextNonce(glance.account()));
  }

  private Pending add(Prepared prepared) {
    Pending pending = pool.add(prepared);
    somethingToDo.signal();
    watch.waiting(pool.size(), pool.bytes());
    return pending;
  }

  private Submission refused(Refused refused) {
    watch.refused(refused.reason());
    return new Submission.Refused(refused);
  }

  private void requireTakingWrites() {
    if (phase != Phase.RUNNING) {
      throw Unavailable.elsewhere("the node is stopping");
    }
    if (paused && System.nanoTime() - pausedAt < PAUSE_NANOS) {
      throw Unavailable.tryAgain("the node cannot store writes now");
    }
    paused = false;
  }

  @Override
  public Optional<Receipt> await(TransactionHash transaction, Duration atMost)
      throws InterruptedException {
    Optional<Pending> pending = pending(transaction);
    return pending.isPresent() ? pending.get().await(atMost) : application.receipt(transaction);
  }

  @Override
  public Optional<Pending> pending(TransactionHash transaction) {
    lock.lock();
    try {
      return pool.find(transaction);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nextNonce(Account account) {
    while (true) {
      long seen = roundsEnded();
      long committed = application.nextNonce(account);
      lock.lock();
      try {
        if (rounds == seen) {
          return pool.nextNonce(account).orElse(committed);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private long roundsEnded() {
    lock.lock();
    try {
      return rounds;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (phase == Phase.RUNNING) {
        phase = Phase.DRAINING;
      }
      somethingToDo.signal();
      stopping.signal();
    } finally {
      lock.unlock();
    }
    joinRound();
    waits.close();
  }

  private void joinRound() {
    boolean interrupted = false;
    while (round.isAlive() && round != Thread.currentThread()) {
      try {
        round.join();
      } catch (InterruptedException _) {
        interrupted = true; // a clean stop is finished first
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (awaitWork()) {
        decide(takeWaiting());
      }
    } catch (Throwable failure) { // an Error is as fatal to the state as a bug
      stopForGood();
      halt.because(failure);
    }
  }

  /// Waits until a block is wanted; false when there is nothing left to do.
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (!pool.hasWaiting()) {
        if (phase != Phase.RUNNING) {
          return false;
        }
        long wait = millisUntilDue();
        if (wait <= 0) {
          return true;
        }
        var unused = somethingToDo.await(wait, TimeUnit.MILLISECONDS);
      }
      gather();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void gather() throws InterruptedException {
    long left = gatheredAt - System.nanoTime();
    while (left > 0 && phase == Phase.RUNNING) {
      left = stopping.awaitNanos(left);
    }
  }

  /// How long until a block is due of itself; while paused, not before the pause ends.
  private long millisUntilDue() {
    OptionalLong due = application.nextDue();
    if (due.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long millis = TimeUnit.SECONDS.toMillis(due.getAsLong()) - clock.after(application.tip());
    long pauseLeft =
        paused
            ? TimeUnit.NANOSECONDS.toMillis(PAUSE_NANOS - (System.nanoTime() - pausedAt)) + 1
            : 0;
    return Math.max(millis, pauseLeft);
  }

  private List<Pending> takeWaiting() {
    lock.lock();
    try {
      return pool.take();
    } finally {
      lock.unlock();
    }
  }

  private void decide(List<Pending> taken) {
    gatheredAt = System.nanoTime() + gathering(taken.size());
    Tip tip = application.tip();
    var transactions = taken.stream().map(Pending::prepared).toList();
    var block = new Block(tip.height() + 1, clock.after(tip), transactions);
    try {
      long begun = System.nanoTime();
      Outcome outcome = application.execute(block);
      if (outcome.receipts().size() != taken.size()) {
        throw new ImpossibleState("a block gives one receipt a transaction");
      }
      long executed = System.nanoTime();
      application.commit();
      watch.committed(block, outcome, executed - begun, System.nanoTime() - executed);
      publish(taken, outcome);
    } catch (Unavailable cause) {
      watch.unavailable(cause);
      giveUp(cause);
    }
  }

  private static long gathering(int transactions) {
    return Math.min(transactions * GATHERING_NANOS_EACH, LONGEST_GATHERING_NANOS);
  }

  private void publish(List<Pending> taken, Outcome outcome) {
    lock.lock();
    try {
      pool.remove(taken);
      rounds++;
      watch.waiting(pool.size(), pool.bytes());
    } finally {
      lock.unlock();
    }
    for (int i = 0; i < taken.size(); i++) {
      taken.get(i).decide(outcome.receipts().get(i));
    }
  }

  /// Drops everything that waits: what follows in an account's run cannot go before what failed.
  private void giveUp(Unavailable cause) {
    List<Pending> dropped;
    lock.lock();
    try {
      dropped = pool.clear();
      rounds++;
      paused = true;
      pausedAt = System.nanoTime();
    } finally {
      lock.unlock();
    }
    dropped.forEach(pending -> pending.drop(cause));
  }

  private void stopForGood() {
    List<Pending> dropped;
    lock.lock();
    try {
      phase = Phase.HALTED;
      dropped = pool.clear();
    } finally {
      lock.unlock();
    }
    var cause = Unavailable.elsewhere("the node has halted");
    dropped.forEach(pending -> pending.drop(cause));
  }
}
