package dev.idos.consensus;

import dev.idos.protocol.Require;
import java.util.List;

/// What is to be done next, in this order.
///
/// @param height one more than the block before, from 1
/// @param timeMillis milliseconds since 1970, later than the block before
/// @param transactions may be empty: a block also carries out what is due
public record Block(long height, long timeMillis, List<Prepared> transactions) {
  public Block {
    Require.that(height > 0, "heights start at 1");
    transactions = List.copyOf(transactions);
  }
}
