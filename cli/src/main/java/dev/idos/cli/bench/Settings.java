package dev.idos.cli.bench;

import dev.idos.protocol.Require;
import java.net.URI;
import java.time.Duration;

/// What to measure.
///
/// @param perSecond requests due a second; 0 for as fast as they are answered
/// @param size bytes of a credential's content as stored
public record Settings(
    URI node, int wallets, double perSecond, Duration window, int size, int connections) {

  public Settings {
    Require.that(wallets > 0, "at least one wallet is needed");
    Require.that(perSecond >= 0, "a rate is not negative");
    Require.that(!window.isNegative() && !window.isZero(), "a window has a length");
    Require.that(size >= 64 && size % 4 == 0, "a content is base64: 64 bytes or more, by fours");
  }

  /// How many requests fall due in the window; without a rate, as many as could be answered.
  int requests(double mostPerSecond) {
    return (int) Math.ceil((perSecond == 0 ? mostPerSecond : perSecond) * window.toMillis() / 1e3);
  }
}
