package dev.idos.cli.bench;

import dev.idos.cli.terminal.Screen;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Sends requests at a steady rate over many kept connections, one at a time on each, and
/// measures each from the moment it was due: a node that falls behind cannot hide it.
final class Load {

  /// How long the last answers may take once a run is over.
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  private final URI node;
  private final List<Lane> lanes;
  private final double perSecond;
  private final Queue<LeanHttp> connections = new ConcurrentLinkedQueue<>();

  /// The requests of one connection, in their order.
  ///
  /// @param places where each stands in the order of all
  /// @param request makes the request of a place
  record Lane(List<Integer> places, IntFunction<byte[]> request) {}

  /// @param perSecond how many requests a second are due; 0 for as fast as they are answered
  Load(URI node, List<Lane> lanes, double perSecond) {
    this.node = node;
    this.lanes = lanes;
    this.perSecond = perSecond;
  }

  /// Spreads the requests of some places over connections so that those of one sender stay in
  /// order.
  static List<Lane> lanes(
      IntStream requests, int senders, int connections, IntFunction<byte[]> request) {
    int count = Math.min(senders, connections);
    var places = new ArrayList<List<Integer>>();
    for (int lane = 0; lane < count; lane++) {
      places.add(new ArrayList<>());
    }
    requests.forEach(place -> places.get(place % senders % count).add(place));
    return places.stream()
        .filter(list -> !list.isEmpty())
        .map(list -> new Lane(List.copyOf(list), request))
        .toList();
  }

  /// Runs until all requests are answered, or the time is over. Used once.
  Measured run(Duration longest, Predicate<byte[]> succeeded, Screen screen)
      throws IOException, InterruptedException {
    var tally = new Tally();
    long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
    int first = lanes.stream().mapToInt(lane -> lane.places().getFirst()).min().orElse(0);
    var window = new Window(start, start + longest.toNanos(), first);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (Lane lane : lanes) {
        running.add(
            threads.submit(
                () -> {
                  run(lane, window, succeeded, tally);
                  return null;
                }));
      }
      for (Future<?> lane : running) {
        screen.progress(tally.done() + " answered …");
        await(lane, window.end() + LAST_ANSWERS.toNanos());
      }
    }
    return tally.measured(start);
  }

  private void run(Lane lane, Window window, Predicate<byte[]> succeeded, Tally tally)
      throws IOException {
    try (var http = new LeanHttp(node)) {
      connections.add(http);
      waitUntil(window.start());
      for (int place : lane.places()) {
        var request = lane.request().apply(place);
        long due = perSecond == 0 ? System.nanoTime() : window.dueAt(place, perSecond);
        waitUntil(due);
        if (System.nanoTime() > window.end()) {
          return;
        }
        boolean success = succeeded.test(http.exchange(request));
        tally.add(System.nanoTime(), due, success);
      }
    }
  }

  /// When a run begins and ends, and with which request.
  private record Window(long start, long end, int first) {

    long dueAt(int place, double perSecond) {
      return start + Math.round((place - first) / perSecond * 1e9);
    }
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void await(Future<?> lane, long end) throws IOException, InterruptedException {
    try {
      lane.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      closeAll();
      throw new IOException("the node did not answer for " + LAST_ANSWERS.toSeconds() + " s", late);
    } catch (ExecutionException failed) {
      throw new IOException("a connection broke", failed.getCause());
    }
  }

  private void closeAll() throws IOException {
    for (LeanHttp connection : connections) {
      connection.close();
    }
  }
}
