package dev.idos.node.application;

import dev.idos.node.storage.Snapshot;
import java.util.function.Function;

/// Reads of the last committed block.
@FunctionalInterface
public interface Views {

  /// Runs a reading on one snapshot. It may be run a second time, when a block was committed
  /// meanwhile: it reads, and does nothing else.
  ///
  /// @throws dev.idos.consensus.Unavailable if no reader is free in time, or the reading takes
  ///     longer than ten seconds
  <T> T read(Function<Snapshot, T> reading);
}
