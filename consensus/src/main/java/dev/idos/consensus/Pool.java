package dev.idos.consensus;

import static dev.idos.protocol.Refusal.NONCE_WRONG;
import static dev.idos.protocol.Refusal.POOL_FULL;

import dev.idos.protocol.Account;
import dev.idos.protocol.Refused;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What waits undecided, in order of arrival. An account's transactions are an unbroken run of
/// nonces, so each (account, nonce) is here once and the first seen wins. Not safe for threads:
/// its owner holds a lock.
final class Pool {

  /// One account's share: the nonce that continues its run, and how much of it waits.
  private static final class Run {
    private long next;
    private int transactions;
    private long bytes;

    private Run(long next) {
      this.next = next;
    }
  }

  private final PoolLimits limits;
  private final Waits waits;
  private final Map<TransactionHash, Pending> byHash = new HashMap<>();
  private final Map<Account, Run> runs = new HashMap<>();
  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
  private long bytes;

  Pool(PoolLimits limits, Waits waits) {
    this.limits = limits;
    this.waits = waits;
  }

  Optional<Pending> find(TransactionHash hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /// The nonce that continues an account's run, if any of it is undecided.
  OptionalLong nextNonce(Account account) {
    Run run = runs.get(account);
    return run == null ? OptionalLong.empty() : OptionalLong.of(run.next);
  }

  /// Why a transaction may not wait, or nothing.
  ///
  /// @param committed the nonce its account must use next by the last committed block
  Optional<Refused> judge(AuthenticatedTransaction transaction, long committed) {
    Account account = transaction.account();
    long expected = nextNonce(account).orElse(committed);
    if (transaction.nonce() != expected) {
      return Optional.of(
          NONCE_WRONG.with(account.identifier().hex(), transaction.nonce(), expected));
    }
    return hasRoom(transaction) ? Optional.empty() : Optional.of(POOL_FULL.with());
  }

  private boolean hasRoom(AuthenticatedTransaction transaction) {
    Run run = runs.get(transaction.account());
    boolean inRun =
        run == null
            || (run.transactions < limits.perAccount()
                && run.bytes + transaction.bytes() <= limits.bytesPerAccount());
    return inRun
        && byHash.size() < limits.transactions()
        && bytes + transaction.bytes() <= limits.bytes();
  }

  /// Lets a transaction wait that was judged and found good.
  Pending add(Prepared prepared) {
    AuthenticatedTransaction transaction = prepared.transaction();
    var pending = new Pending(prepared, waits);
    Run run = runs.computeIfAbsent(transaction.account(), _ -> new Run(transaction.nonce()));
    run.next = transaction.nonce() + 1;
    run.transactions++;
    run.bytes += transaction.bytes();
    bytes += transaction.bytes();
    byHash.put(transaction.hash(), pending);
    waiting.add(pending);
    return pending;
  }

  /// What the next block carries: the oldest that fit. It stays known here until [#remove].
  List<Pending> take() {
    var taken = new ArrayList<Pending>();
    long room = limits.blockBytes();
    while (taken.size() < limits.blockTransactions()) {
      Pending oldest = waiting.peek();
      if (oldest == null || oldest.transaction().bytes() > room) {
        break;
      }
      room -= oldest.transaction().bytes();
      taken.add(waiting.remove());
    }
    return taken;
  }

  /// Forgets what was taken, once it is decided.
  void remove(List<Pending> taken) {
    for (Pending pending : taken) {
      AuthenticatedTransaction transaction = pending.transaction();
      byHash.remove(transaction.hash());
      bytes -= transaction.bytes();
      Run run = runs.get(transaction.account());
      if (run != null) {
        run.transactions--;
        run.bytes -= transaction.bytes();
        if (run.transactions == 0) {
          runs.remove(transaction.account());
        }
      }
    }
  }

  /// Forgets everything, and hands it back.
  List<Pending> clear() {
    var all = List.copyOf(byHash.values());
    byHash.clear();
    runs.clear();
    waiting.clear();
    bytes = 0;
    return all;
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  int size() {
    return byHash.size();
  }

  long bytes() {
    return bytes;
  }
}
