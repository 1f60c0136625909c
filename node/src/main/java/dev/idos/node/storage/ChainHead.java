package dev.idos.node.storage;

import dev.idos.crypto.Bytes;

/// What is known of the last committed block.
///
/// @param height 0 for genesis
/// @param timeMillis its time in milliseconds since 1970
/// @param blockHash the end of the chain of (height, time, receipt codes)
/// @param stateRoot the hash of all rows after it
public record ChainHead(long height, long timeMillis, Bytes blockHash, Bytes stateRoot) {

  /// The block's time in whole seconds, as rules see it.
  public long timeSeconds() {
    return Math.floorDiv(timeMillis, 1000L);
  }
}
