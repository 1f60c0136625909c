package dev.idos.consensus;

/// The clock a proposer offers, in milliseconds since 1970. A test hands in its own.
@FunctionalInterface
public interface BlockTime {

  /// Now, by this machine.
  long millis();

  /// Solo time (`network.md` §4): the clock, but always later than the block before.
  default long after(Tip tip) {
    return Math.max(tip.timeMillis() + 1, millis());
  }
}
