package dev.idos.cli.bench;

/// What a run showed.
///
/// @param done answered with success
/// @param failed answered with anything else
/// @param seconds from the first request's due time to the last answer
record Measured(int done, int failed, double seconds, double p50Millis, double p99Millis) {

  double perSecond() {
    return seconds == 0 ? 0 : done / seconds;
  }
}
