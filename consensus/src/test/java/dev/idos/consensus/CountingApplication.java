package dev.idos.consensus;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Account;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// An application that counts nonces and remembers its blocks. Its rounds can be held up, and its
/// disk can be full.
final class CountingApplication implements Application {

  private final Map<Account, Long> nonces = new HashMap<>();
  private final Map<TransactionHash, Receipt> receipts = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Semaphore rounds = new Semaphore(0);
  private Tip tip;
  private @Nullable Block executed;
  private OptionalLong due = OptionalLong.empty();
  private boolean diskFull;
  private int prepared;

  CountingApplication(long startMillis) {
    tip = new Tip(0, startMillis);
  }

  /// Lets rounds go on that are held up before their execution.
  void allowRounds(int count) {
    rounds.release(count);
  }

  /// Lets every round go on.
  void neverHoldUp() {
    rounds.release(Integer.MAX_VALUE / 2);
  }

  synchronized void fillDisk(boolean full) {
    diskFull = full;
  }

  synchronized void dueAt(long seconds) {
    due = OptionalLong.of(seconds);
  }

  synchronized List<Block> blocks() {
    return List.copyOf(blocks);
  }

  synchronized int prepared() {
    return prepared;
  }

  @Override
  public synchronized Tip tip() {
    return tip;
  }

  @Override
  public synchronized long nextNonce(Account account) {
    return nonces.getOrDefault(account, 0L) + 1;
  }

  @Override
  public synchronized Optional<Receipt> receipt(TransactionHash transaction) {
    return Optional.ofNullable(receipts.get(transaction));
  }

  @Override
  public synchronized OptionalLong nextDue() {
    return due;
  }

  @Override
  public synchronized Prepared prepare(AuthenticatedTransaction transaction) {
    prepared++;
    return () -> transaction;
  }

  @Override
  public Outcome execute(Block block) {
    rounds.acquireUninterruptibly();
    synchronized (this) {
      executed = block;
      return new Outcome(
          block.transactions().stream()
              .map(each -> receipt(each.transaction(), block.height()))
              .toList(),
          Bytes.EMPTY);
    }
  }

  @Override
  public synchronized void commit() {
    if (diskFull) {
      throw Unavailable.tryAgain("the disk is full");
    }
    Block block = java.util.Objects.requireNonNull(executed);
    for (Prepared each : block.transactions()) {
      AuthenticatedTransaction transaction = each.transaction();
      nonces.put(transaction.account(), transaction.nonce());
      receipts.put(transaction.hash(), receipt(transaction, block.height()));
    }
    blocks.add(block);
    tip = new Tip(block.height(), block.timeMillis());
    if (due.isPresent() && due.getAsLong() * 1000 <= block.timeMillis()) {
      due = OptionalLong.empty();
    }
  }

  private static Receipt receipt(AuthenticatedTransaction transaction, long height) {
    return new Receipt(
        transaction.hash(), height, Receipt.TX_OK, Optional.empty(), "", transaction.sender());
  }
}
