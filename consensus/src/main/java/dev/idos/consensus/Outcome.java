package dev.idos.consensus;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Receipt;
import java.util.List;

/// What executing a block gave.
///
/// @param receipts one a transaction, in their order
/// @param stateRoot the state after the block, as one hash (`ledger.md` §7)
public record Outcome(List<Receipt> receipts, Bytes stateRoot) {
  public Outcome {
    receipts = List.copyOf(receipts);
  }
}
