package dev.idos.node.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many bytes of large answers are in memory at once, of one caller and of all: an answer stays
/// there until the client has taken it, and a client may take its time.
public final class LargeAnswers {

  /// Smaller answers are not counted.
  public static final long LARGE = 1 << 20;

  private final long most;
  private final long mostOfOne;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition placeLeft = lock.newCondition();
  private final Map<String, Long> heldBy = new HashMap<>();
  private long held;

  /// @param most bytes of all callers; whoever holds none gets a place for one answer of any size
  ///     as soon as the others hold little enough
  /// @param mostOfOne bytes of one caller
  public LargeAnswers(long most, long mostOfOne, Duration patience) {
    this.most = most;
    this.mostOfOne = mostOfOne;
    this.patience = patience;
  }

  /// A place for an answer, if there is one now. Closing it gives it back.
  public Optional<Place> tryEnter(String caller, long bytes) {
    lock.lock();
    try {
      return hasRoom(caller, bytes) ? Optional.of(take(caller, bytes)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// A place for an answer, or nothing if none becomes free in time.
  public Optional<Place> enter(String caller, long bytes) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!hasRoom(caller, bytes)) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = placeLeft.awaitNanos(left);
      }
      return Optional.of(take(caller, bytes));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(String caller, long bytes) {
    long own = heldBy.getOrDefault(caller, 0L);
    return (own == 0 || own + bytes <= mostOfOne) && (held == 0 || held + bytes <= most);
  }

  private Place take(String caller, long bytes) {
    held += bytes;
    heldBy.merge(caller, bytes, Long::sum);
    return new Place(caller, bytes);
  }

  private void giveBack(String caller, long bytes) {
    lock.lock();
    try {
      held -= bytes;
      heldBy.computeIfPresent(caller, (_, own) -> own == bytes ? null : own - bytes);
      placeLeft.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Room for one large answer.
  public final class Place implements AutoCloseable {

    private final String caller;
    private final long bytes;

    private Place(String caller, long bytes) {
      this.caller = caller;
      this.bytes = bytes;
    }

    /// To be called once.
    @Override
    public void close() {
      giveBack(caller, bytes);
    }
  }
}
