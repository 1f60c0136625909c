package dev.idos.node.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many large bodies are in memory at once (`wire.md` §2). A place is taken before a byte is
/// read.
public final class LargeBodies {

  private final Semaphore places;
  private final Duration patience;

  public LargeBodies(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /// A place, or nothing if none becomes free in time. Closing it gives it back.
  public Optional<Place> enter() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(new Place(places))
          : Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Room for one large body.
  public static final class Place implements AutoCloseable {

    private final Semaphore places;

    private Place(Semaphore places) {
      this.places = places;
    }

    @Override
    public void close() {
      places.release();
    }
  }
}
