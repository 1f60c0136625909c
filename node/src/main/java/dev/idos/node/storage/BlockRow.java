package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import java.nio.ByteBuffer;
import java.util.List;

/// A block as it is remembered: a link in the hash chain of (height, time, receipt codes)
/// (`ledger.md` §7). No leaf of the state tree, but stored and verified like one.
record BlockRow(long height, long timeMillis, Bytes hash) {

  static final Table<BlockRow> TABLE =
      new Table<BlockRow>(
              "blocks",
              10_001,
              1,
              1,
              List.of(
                  Column.of("height", Kind.INT8, BlockRow::height),
                  Column.of("time_millis", Kind.INT8, BlockRow::timeMillis),
                  Column.of("hash", Kind.BYTES, BlockRow::hash)),
              fields -> new BlockRow(fields.int8(0), fields.int8(1), fields.bytes(2)))
          .notALeaf();

  /// The link after `previous`.
  static BlockRow after(Bytes previous, long height, long timeMillis, List<Receipt> receipts) {
    var bytes = ByteBuffer.allocate(previous.length() + 20 + 4 * receipts.size());
    bytes.put(previous.exposeUnshared()).putLong(height).putLong(timeMillis);
    bytes.putInt(receipts.size());
    receipts.forEach(receipt -> bytes.putInt(receipt.code()));
    return new BlockRow(height, timeMillis, Sha256.of(Bytes.ofUnshared(bytes.array())));
  }
}
