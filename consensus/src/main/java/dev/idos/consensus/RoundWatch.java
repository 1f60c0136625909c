package dev.idos.consensus;

import dev.idos.protocol.Refusal;

/// What a sequencer tells whoever keeps figures about it. Called on the sequencer's own paths: an
/// answer must come at once.
public interface RoundWatch {

  /// Watches nothing.
  RoundWatch NONE = new RoundWatch() {};

  /// A block is committed.
  ///
  /// @param executeNanos how long its execution took
  /// @param commitNanos how long making it durable took
  default void committed(Block block, Outcome outcome, long executeNanos, long commitNanos) {}

  /// A transaction was turned away before ordering.
  default void refused(Refusal reason) {}

  /// A block could not be stored.
  default void unavailable(Unavailable cause) {}

  /// How much waits now.
  default void waiting(int transactions, long bytes) {}
}
