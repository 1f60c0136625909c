package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.ContentChange;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.node.storage.KillPoints.Point;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Writes blocks inside the transaction of its session.
final class BlockWriter {

  /// How long receipts are kept (`wire.md` §3).
  static final Duration RECEIPTS_KEPT = Duration.ofDays(30);

  /// How many old blocks lose their receipts with each new one: more than one, so that it catches
  /// up, and few, so that no block is slow.
  private static final int FORGOTTEN_BLOCKS = 4;

  private static final String OLDEST_BLOCKS =
      "SELECT height, time_millis FROM blocks ORDER BY height LIMIT " + FORGOTTEN_BLOCKS;

  private final SqliteSession session;
  private final KillPoints killPoints;

  BlockWriter(SqliteSession session, KillPoints killPoints) {
    this.session = session;
    this.killPoints = killPoints;
  }

  /// Writes blocks in a row: what they come to of rows and contents, and each one's receipts.
  ///
  /// @return the last one
  ChainHead write(ChainHead before, NetEffect net) throws SQLException {
    writeRows(net.rows());
    for (ContentChange content : net.contents()) {
      ContentRows.apply(session, content);
    }
    killPoints.reach(Point.AFTER_ROWS_WRITTEN);
    ChainHead head = before;
    for (BlockCommit block : net.blocks()) {
      head = block.after(head);
      writeReceipts(block.receipts());
      for (Bytes sender : block.erasedSenders()) {
        erase(sender);
      }
      store(BlockRow.TABLE, new BlockRow(head.height(), head.timeMillis(), head.blockHash()));
      forgetOld(block.timeMillis());
    }
    ChainRow.update(session, head);
    killPoints.reach(Point.BEFORE_FLUSH_COMMIT);
    return head;
  }

  /// Writes what genesis stores, and whose database this is from now on.
  void writeFirst(Chain chain, BlockCommit first) throws SQLException {
    writeRows(first.rows());
    var link = new BlockRow(first.height(), first.timeMillis(), chain.genesisHash());
    store(BlockRow.TABLE, link);
    var head = new ChainHead(first.height(), first.timeMillis(), link.hash(), first.stateRoot());
    new ChainRow(chain.id(), chain.genesisHash(), head).insert(session);
  }

  /// Deletes first, so that a value under a unique index may move from one row to another.
  private void writeRows(List<RowChange<?>> rows) throws SQLException {
    for (RowChange<?> row : rows) {
      if (leavesItsPlace(row.change())) {
        session.delete(session.tables().of(row.change().table()), row.change().key());
      }
    }
    for (RowChange<?> row : rows) {
      store(row);
    }
  }

  private <R> void store(RowChange<R> row) throws SQLException {
    if (row.change().after().isPresent()) {
      Bytes rowHash =
          row.rowHash().orElseThrow(() -> new ImpossibleState("a stored row has its hash"));
      session.store(session.tables().of(row.change().table()), row.change().after().get(), rowHash);
    }
  }

  private <R> void store(Table<R> table, R row) throws SQLException {
    session.store(session.tables().of(table), row, LeafEncoding.value(table, row));
  }

  /// Whether the committed row must go before others come: it is deleted, or frees a unique value.
  private static <R> boolean leavesItsPlace(Change<R> change) {
    if (change.before().isEmpty()) {
      return false;
    }
    return change.after().isEmpty()
        || change.table().indexes().stream()
            .filter(Index::unique)
            .anyMatch(
                index ->
                    !change
                        .table()
                        .indexKey(index, change.before().get())
                        .equals(change.table().indexKey(index, change.after().get())));
  }

  private void writeReceipts(List<Receipt> receipts) throws SQLException {
    for (int place = 0; place < receipts.size(); place++) {
      store(ReceiptRow.TABLE, new ReceiptRow(receipts.get(place), place));
    }
  }

  private void erase(Bytes sender) throws SQLException {
    for (ReceiptRow row : session.where(ReceiptRow.BY_SENDER, Key.of(sender))) {
      store(ReceiptRow.TABLE, row.withoutSender());
    }
  }

  /// Forgets the receipts and blocks that are too old.
  private void forgetOld(long nowMillis) throws SQLException {
    long oldest = nowMillis - RECEIPTS_KEPT.toMillis();
    for (long height : blocksBefore(oldest)) {
      for (ReceiptRow row : session.where(ReceiptRow.BY_HEIGHT, Key.of(height))) {
        session.delete(session.tables().of(ReceiptRow.TABLE), ReceiptRow.TABLE.key(row));
      }
      session.delete(session.tables().of(BlockRow.TABLE), Key.of(height));
    }
  }

  private List<Long> blocksBefore(long timeMillis) throws SQLException {
    PreparedStatement oldest = session.statement(OLDEST_BLOCKS);
    try (ResultSet rows = oldest.executeQuery()) {
      var heights = new ArrayList<Long>();
      while (rows.next() && rows.getLong(2) < timeMillis) {
        heights.add(rows.getLong(1));
      }
      return heights;
    }
  }
}
