package dev.idos.node.storage;

/// Places at which a crash is worth trying. A running node passes them by; the crash tests hand in
/// something that ends the process.
@FunctionalInterface
public interface KillPoints {

  /// Where the process may end: in a block, while recent blocks go into the tables, and while the
  /// database copies its own log.
  enum Point {
    BEFORE_EXECUTE,
    BEFORE_LOG_WRITE,
    BEFORE_LOG_IS_DURABLE,
    AFTER_COMMIT,
    AFTER_ROWS_WRITTEN,
    BEFORE_FLUSH_COMMIT,
    AFTER_FLUSH,
    DURING_CHECKPOINT
  }

  /// Passes every point by.
  KillPoints NONE = _ -> {};

  /// Called when the node is at a point.
  void reach(Point point);
}
