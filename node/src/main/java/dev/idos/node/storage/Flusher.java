package dev.idos.node.storage;

import dev.idos.consensus.Unavailable;
import dev.idos.protocol.ImpossibleState;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Decides when recent blocks go from the log into the tables, beside the round instead of in it:
/// when there are many, a few seconds after the first, and soon after something was erased. Many
/// blocks share the pages they change.
final class Flusher implements AutoCloseable {

  private static final long MOST_BYTES = 128L << 20;

  /// A small heap waits for fewer.
  private static final long PART_OF_HEAP = 16;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long ERASE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// What is to be done when it is time.
  interface Flush {

    /// Writes all recent blocks into the tables.
    ///
    /// @throws Unavailable if that is to be tried again
    void flush();
  }

  private final Flush flush;
  private final long wanted;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition progress = lock.newCondition();
  private long bytes;
  private boolean erasing;
  private boolean waiting;
  private long dueAt;
  private boolean running;
  private long runningBytes;
  private boolean runningErases;
  private boolean draining;
  private boolean stopping;
  private @Nullable Unavailable delayed;
  private @Nullable Throwable broken;

  Flusher(Flush flush) {
    this.flush = flush;
    this.wanted = wanted();
    this.thread = Thread.ofPlatform().name("flush").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// After how many bytes of blocks they are better written into the tables.
  static long wanted() {
    return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  /// Says that a block was committed.
  void committed(long added, boolean erases) {
    lock.lock();
    try {
      bytes += added;
      due(LONGEST_NANOS);
      if (erases && !erasing) {
        erasing = true;
        due(ERASE_NANOS);
      }
      if (bytes >= wanted && delayed == null) {
        due(0);
      }
    } finally {
      lock.unlock();
    }
  }

  private void due(long nanos) {
    long at = System.nanoTime() + nanos;
    if (!waiting || at - dueAt < 0) {
      waiting = true;
      dueAt = at;
      work.signal();
    }
  }

  /// Waits until there is room for another block.
  ///
  /// @throws Unavailable if the tables cannot be written now
  /// @throws ImpossibleState if they never will
  void awaitRoom() {
    lock.lock();
    try {
      requireSound();
      while (bytes + runningBytes >= 2 * wanted) {
        if (delayed != null) {
          throw Unavailable.tryAgain("the storage cannot store a block", delayed);
        }
        progress.await();
        requireSound();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Unavailable.tryAgain("the node is stopping", interrupted);
    } finally {
      lock.unlock();
    }
  }

  /// Writes everything into the tables, and waits for it.
  void drain() {
    lock.lock();
    try {
      while (waiting || running) {
        requireSound();
        if (delayed != null) {
          throw Unavailable.tryAgain("the storage cannot be written", delayed);
        }
        draining = true;
        work.signal();
        progress.await();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Unavailable.tryAgain("the node is stopping", interrupted);
    } finally {
      lock.unlock();
    }
  }

  private void requireSound() {
    if (broken != null) {
      throw new ImpossibleState("committed blocks go into the tables", broken);
    }
  }

  /// Whether something erased waits to be erased from log and tables, too.
  boolean isErasing() {
    lock.lock();
    try {
      return erasing || runningErases;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitWork()) {
        flushOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Throwable failure) { // an Error is as fatal to the state as a bug
      lock.lock();
      try {
        broken = failure;
        progress.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (!stopping) {
        if (!waiting) {
          work.await();
        } else if (draining || dueAt - System.nanoTime() <= 0) {
          return true;
        } else {
          var unused = work.awaitNanos(dueAt - System.nanoTime());
        }
      }
      return waiting && delayed == null;
    } finally {
      lock.unlock();
    }
  }

  private void flushOnce() {
    begin();
    @Nullable Unavailable failure = null;
    try {
      flush.flush();
    } catch (Unavailable notNow) {
      failure = notNow;
    }
    end(failure);
  }

  private void begin() {
    lock.lock();
    try {
      waiting = false;
      draining = false;
      running = true;
      runningBytes = bytes;
      runningErases = erasing;
      bytes = 0;
      erasing = false;
    } finally {
      lock.unlock();
    }
  }

  private void end(@Nullable Unavailable failure) {
    lock.lock();
    try {
      delayed = failure;
      if (failure != null) {
        bytes += runningBytes;
        erasing |= runningErases;
        due(RETRY_NANOS);
      }
      running = false;
      runningBytes = 0;
      runningErases = false;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Writes what is left, if it can be written, and stops. Once is enough.
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the log keeps what is left
    }
  }
}
