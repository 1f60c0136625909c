package dev.idos.cli.bench;

import dev.idos.protocol.Require;
import java.net.URI;
import java.time.Duration;

/// What to measure.
///
/// @param perSecond requests due a second; 0 for as fast as they are answered
/// @param warmUp how long the same load runs before it counts
/// @param size bytes of a credential's content as stored
public record Settings(
    URI node,
    int wallets,
    double perSecond,
    Duration warmUp,
    Duration window,
    int size,
    int connections) {

  public Settings {
    Require.that(wallets > 0, "at least one wallet is needed");
    Require.that(perSecond >= 0, "a rate is not negative");
    Require.that(!window.isNegative() && !window.isZero(), "a window has a length");
    Require.that(size >= 64 && size % 4 == 0, "a content is base64: 64 bytes or more, by fours");
  }

  /// How many requests fall due in a time; without a rate, as many as could be answered.
  int requests(Duration time, double mostPerSecond) {
    return (int) Math.ceil((perSecond == 0 ? mostPerSecond : perSecond) * time.toMillis() / 1e3);
  }

  /// How long a run may take: with a rate, what fell due in the window is waited for.
  Duration patience(Duration time) {
    return perSecond == 0 ? time : time.plusSeconds(30);
  }
}
