package dev.idos.consensus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Lets many threads wait for a limited time, and ends their waits up to a tenth of a second late.
/// One thread looks at all of them, because a virtual thread with a time limit of its own wakes
/// the JDK's timer thread when it begins to wait and again when it ends: a twentieth of what a
/// write cost.
final class Waits implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private record Wait(CompletableFuture<?> future, long deadline) {}

  private final Map<Thread, Wait> waiting = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("late-waits").factory());

  Waits() {
    var unused =
        timer.scheduleAtFixedRate(
            this::endLate, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Waits until a value is there; nothing if that takes longer.
  ///
  /// @throws ExecutionException if there will be no value, with the reason as its cause
  <T> Optional<T> await(CompletableFuture<T> value, Duration atMost)
      throws InterruptedException, ExecutionException {
    if (value.isDone()) {
      return Optional.of(value.get());
    }
    CompletableFuture<T> wait = value.copy();
    waiting.put(Thread.currentThread(), new Wait(wait, System.nanoTime() + atMost.toNanos()));
    try {
      return Optional.of(wait.get());
    } catch (CancellationException _) {
      return Optional.empty();
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  /// Ends no wait from now on.
  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void endLate() {
    long now = System.nanoTime();
    for (Wait wait : waiting.values()) {
      if (now - wait.deadline() >= 0) {
        wait.future().cancel(false);
      }
    }
  }
}
