package dev.idos.ledger.block;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.ContentChange;
import dev.idos.protocol.Receipt;
import java.util.List;

/// What a block does, before anything of it is stored.
///
/// @param receipts one a transaction, in their order
/// @param changes the net effect on rows, at most one a row, by table id and key
/// @param contents the net effect on contents
/// @param erasedSenders identifiers whose receipts keep code and height only from now on
public record BlockResult(
    List<Receipt> receipts,
    List<Change<?>> changes,
    List<ContentChange> contents,
    List<Bytes> erasedSenders) {
  public BlockResult {
    receipts = List.copyOf(receipts);
    changes = List.copyOf(changes);
    contents = List.copyOf(contents);
    erasedSenders = List.copyOf(erasedSenders);
  }
}
