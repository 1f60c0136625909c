package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.ContentChange;
import dev.idos.protocol.Receipt;
import java.util.List;

/// All that one block stores, at once or not at all.
///
/// @param height the block's height
/// @param timeMillis its time in milliseconds since 1970
/// @param stateRoot the hash of all rows after it
/// @param receipts one a transaction, in their order
/// @param rows the net effect on rows
/// @param contents the net effect on contents
/// @param erasedSenders identifiers whose receipts keep code and height only
public record BlockCommit(
    long height,
    long timeMillis,
    Bytes stateRoot,
    List<Receipt> receipts,
    List<RowChange<?>> rows,
    List<ContentChange> contents,
    List<Bytes> erasedSenders) {
  public BlockCommit {
    receipts = List.copyOf(receipts);
    rows = List.copyOf(rows);
    contents = List.copyOf(contents);
    erasedSenders = List.copyOf(erasedSenders);
  }

  /// Whether something about a person, stored before, must now leave the files.
  boolean erases() {
    return !erasedSenders.isEmpty()
        || contents.stream().anyMatch(change -> change.content().isEmpty())
        || rows.stream().map(RowChange::change).anyMatch(BlockCommit::replacesPersonal);
  }

  private static <R> boolean replacesPersonal(Change<R> change) {
    return change.before().isPresent()
        && change.table().columns().stream().anyMatch(Column::personal);
  }

  /// About how much it takes in memory, and in the files it goes through.
  long estimatedBytes() {
    long texts =
        contents.stream().mapToLong(change -> change.content().map(String::length).orElse(0)).sum();
    return texts + 2048L * rows.size() + 1024L * receipts.size();
  }

  /// The head of the chain with this block on top.
  ChainHead after(ChainHead before) {
    BlockRow link = BlockRow.after(before.blockHash(), height, timeMillis, receipts);
    return new ChainHead(height, timeMillis, link.hash(), stateRoot);
  }
}
