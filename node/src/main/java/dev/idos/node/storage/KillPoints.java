package dev.idos.node.storage;

/// Places at which a crash is worth trying. A running node passes them by; the crash tests hand in
/// something that ends the process.
@FunctionalInterface
public interface KillPoints {

  /// Where in a block the process may end.
  enum Point {
    BEFORE_EXECUTE,
    AFTER_ROWS_WRITTEN,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    DURING_CHECKPOINT
  }

  /// Passes every point by.
  KillPoints NONE = _ -> {};

  /// Called when the node is at a point.
  void reach(Point point);
}
