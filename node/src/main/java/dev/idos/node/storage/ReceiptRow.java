package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.TransactionHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A receipt as it is remembered, with its place in its block. No leaf of the state tree: receipts
/// are bound by the hash chain of the blocks.
record ReceiptRow(Receipt receipt, long place) {

  static final Table<ReceiptRow> TABLE =
      new Table<ReceiptRow>(
              "receipts",
              10_002,
              1,
              1,
              List.of(
                  Column.of("hash", Kind.BYTES, row -> row.receipt().transaction().value()),
                  Column.of("height", Kind.INT8, row -> row.receipt().height()),
                  Column.of("place", Kind.INT8, ReceiptRow::place),
                  Column.of("tx_code", Kind.INT8, row -> (long) row.receipt().txCode()),
                  Column.of("code", Kind.INT8, row -> (long) row.receipt().code()),
                  Column.<ReceiptRow>of("log", Kind.TEXT, row -> row.receipt().log()).asPersonal(),
                  Column.<ReceiptRow>of("sender", Kind.BYTES, row -> row.receipt().sender())
                      .asPersonal()),
              ReceiptRow::read)
          .notALeaf();

  static final Index<ReceiptRow> BY_HEIGHT = TABLE.index("receipts_by_height", false, "height");
  static final Index<ReceiptRow> BY_SENDER = TABLE.index("receipts_by_sender", false, "sender");

  private static final Map<Long, Refusal> REFUSALS = refusalsByCode();

  /// What stays of a receipt once its sender is erased: code and height.
  static Receipt withoutSender(Receipt receipt) {
    return new Receipt(
        receipt.transaction(),
        receipt.height(),
        receipt.txCode(),
        receipt.refusal(),
        "",
        Bytes.EMPTY);
  }

  ReceiptRow withoutSender() {
    return new ReceiptRow(withoutSender(receipt), place);
  }

  private static ReceiptRow read(Fields fields) {
    return new ReceiptRow(
        new Receipt(
            new TransactionHash(fields.bytes(0)),
            fields.int8(1),
            Math.toIntExact(fields.int8(3)),
            refusal(fields.int8(4)),
            fields.text(5),
            fields.bytes(6)),
        fields.int8(2));
  }

  private static Optional<Refusal> refusal(long code) {
    if (code == 0) {
      return Optional.empty();
    }
    Refusal refusal = REFUSALS.get(code);
    if (refusal == null) {
      throw new ImpossibleState("a stored receipt has a known code");
    }
    return Optional.of(refusal);
  }

  private static Map<Long, Refusal> refusalsByCode() {
    var byCode = new HashMap<Long, Refusal>();
    for (Refusal refusal : Refusal.values()) {
      byCode.put((long) refusal.code(), refusal);
    }
    return Map.copyOf(byCode);
  }
}
