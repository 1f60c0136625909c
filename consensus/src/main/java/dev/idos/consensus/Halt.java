package dev.idos.consensus;

/// How a node stops when the impossible happened in a round: a halted node is safer than a wrong
/// one. A program says what failed and ends itself; a test remembers.
@FunctionalInterface
public interface Halt {

  /// Called once, by the thread that owned the round, after which no round follows.
  void because(Throwable failure);
}
