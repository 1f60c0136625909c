package dev.idos.ledger.block;

import dev.idos.protocol.Require;

/// All that a rule may know about the world: what the network agreed on for this block.
///
/// @param height the block's height, from 1
/// @param timeSeconds the block's time in whole seconds since 1970
public record BlockContext(long height, long timeSeconds) {
  public BlockContext {
    Require.that(height > 0, "heights start at 1");
  }
}
