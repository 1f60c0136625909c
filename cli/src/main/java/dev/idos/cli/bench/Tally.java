package dev.idos.cli.bench;

import java.util.Arrays;

/// Counts answers and keeps how long each took.
final class Tally {

  private long[] nanos = new long[1 << 16];
  private int done;
  private int failed;
  private long lastAnswer;

  synchronized void add(long answeredAt, long dueAt, boolean success) {
    lastAnswer = Math.max(lastAnswer, answeredAt);
    if (!success) {
      failed++;
      return;
    }
    if (done == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * nanos.length);
    }
    nanos[done++] = answeredAt - dueAt;
  }

  synchronized int done() {
    return done;
  }

  synchronized Measured measured(long start) {
    var sorted = Arrays.copyOf(nanos, done);
    Arrays.sort(sorted);
    double seconds = done == 0 ? 0 : (lastAnswer - start) / 1e9;
    return new Measured(done, failed, seconds, at(sorted, 0.50), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }
}
