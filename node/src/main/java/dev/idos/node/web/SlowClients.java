package dev.idos.node.web;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Ends connections whose client keeps a request unfinished. The server's own time limits for
/// silence do nothing in this version, so each reading registers here until when it may last; an
/// interrupted reading closes its connection.
final class SlowClients implements Http1ConnectionListener, AutoCloseable {

  private static final Duration HEADERS = Duration.ofSeconds(15);

  private final Map<Thread, LongSupplier> deadlines = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer;

  SlowClients() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("slow-clients").factory());
  }

  /// Looks once a second from now on.
  void start() {
    var unused = timer.scheduleAtFixedRate(this::interruptLate, 1, 1, TimeUnit.SECONDS);
  }

  /// The calling thread reads until a time of [System#nanoTime], which may move while it reads.
  void reading(LongSupplier deadline) {
    deadlines.put(Thread.currentThread(), deadline);
  }

  /// The calling thread has read. After this it is never interrupted for it.
  void done() {
    deadlines.remove(Thread.currentThread());
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue firstLine) {
    long deadline = System.nanoTime() + HEADERS.toNanos();
    reading(() -> deadline);
  }

  @Override
  public void headers(ConnectionContext connection, Headers headers) {
    done();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /// Removing and interrupting are one step for each thread, so that nobody is interrupted late.
  private void interruptLate() {
    long now = System.nanoTime();
    for (Thread reader : deadlines.keySet()) {
      deadlines.computeIfPresent(
          reader,
          (thread, deadline) -> {
            if (now - deadline.getAsLong() < 0) {
              return deadline;
            }
            thread.interrupt();
            return null;
          });
    }
  }
}
