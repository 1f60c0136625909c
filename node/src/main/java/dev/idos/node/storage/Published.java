package dev.idos.node.storage;

import java.util.List;

/// What a reading may see at one moment.
///
/// @param head the last committed block
/// @param stored the height of the last block whose rows are in the tables
/// @param memtables the blocks after that one, the newest first
record Published(ChainHead head, long stored, List<Memtable> memtables) {
  Published {
    memtables = List.copyOf(memtables);
  }
}
