package dev.idos.node.web;

/// How fast a client must send or take what is large: whoever drips bytes would hold memory that
/// others need.
final class Pace {

  private static final long GRACE_NANOS = 30_000_000_000L;
  private static final long BYTES_PER_SECOND = 128 * 1024;

  private final SlowClients slowClients;
  private final long started = System.nanoTime();
  private volatile long moved;

  Pace(SlowClients slowClients) {
    this.slowClients = slowClients;
  }

  /// Lets the time count; the thread that calls is the one that reads or writes.
  void begin() {
    slowClients.reading(this::deadline);
  }

  /// So many more bytes came or went.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread moves bytes, another only looks
  void moved(int bytes) {
    moved += bytes;
  }

  private long deadline() {
    return started + GRACE_NANOS + moved / BYTES_PER_SECOND * 1_000_000_000L;
  }
}
