package dev.idos.node.storage;

import dev.idos.ledger.store.ContentChange;
import java.util.List;

/// What some blocks in a row come to, ready to be written into the tables.
///
/// @param rows by table and key, so that neighbours are written together
/// @param contents by credential
/// @param blocks the blocks, in order
record NetEffect(List<RowChange<?>> rows, List<ContentChange> contents, List<BlockCommit> blocks) {

  /// The last block.
  long height() {
    return blocks.getLast().height();
  }
}
