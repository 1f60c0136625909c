package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Utf8;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Reads every field of a stopped node's database, makes all hashes anew, and compares them with
/// the stored ones: rows with their row hashes and the state root, contents with the hashes in
/// their rows, receipts with the chain of blocks.
final class Verification {

  /// More differences than this are counted, not listed.
  private static final int LISTED = 100;

  private static final String NOTHING_WRONG = "ok";

  private final SqliteSession session;
  private final StateTree tree = new StateTree();
  private final List<String> differences = new ArrayList<>();
  private long unlisted;
  private long rows;

  private Verification(SqliteSession session) {
    this.session = session;
  }

  static VerifyReport of(Path database, SqlTables tables, Chain chain) {
    try (var session = new SqliteSession(SqliteFile.openReader(database), tables)) {
      return new Verification(session).run(chain);
    } catch (SQLException failure) {
      throw SqliteFailure.of("read the data folder", failure);
    }
  }

  private VerifyReport run(Chain chain) throws SQLException {
    check("the database file", this::checkFile);
    session.begin();
    for (SqlTable<?> table : session.tables().all()) {
      check("the table " + table.table(), () -> checkRows(table));
    }
    check("the table contents", this::checkContents);
    ChainRow stored;
    try (ResultSet row = session.statement(ChainRow.SELECT).executeQuery()) {
      stored = ChainRow.read(row);
    }
    check("the table blocks", () -> checkBlocks(stored.head()));
    checkChain(chain, stored);
    Bytes root = tree.root();
    if (!root.equals(stored.head().stateRoot())) {
      differ(
          "the rows give the state root %s, stored is %s"
              .formatted(root.hex(), stored.head().stateRoot().hex()));
    }
    session.commit();
    return new VerifyReport(stored.head(), root, rows, differences, unlisted);
  }

  @FunctionalInterface
  private interface Check {
    void run() throws SQLException;
  }

  /// A part that cannot even be read is a difference, and the rest is still worth checking.
  private void check(String part, Check check) {
    try {
      check.run();
    } catch (SQLException | RuntimeException unreadable) {
      differ(part + " cannot be read: " + unreadable.getMessage());
    }
  }

  private void differ(String difference) {
    if (differences.size() < LISTED) {
      differences.add(difference);
    } else {
      unlisted++;
    }
  }

  private void checkFile() throws SQLException {
    try (ResultSet found = session.statement("PRAGMA integrity_check").executeQuery()) {
      while (found.next()) {
        if (!found.getString(1).equals(NOTHING_WRONG)) {
          differ("the database file is damaged: " + found.getString(1));
        }
      }
    }
  }

  private <R> void checkRows(SqlTable<R> sql) throws SQLException {
    try (ResultSet found = session.statement(sql.walk()).executeQuery()) {
      while (found.next()) {
        rows++;
        check("a row of " + sql.table(), () -> checkRow(sql, found));
      }
    }
  }

  private <R> void checkRow(SqlTable<R> sql, ResultSet found) throws SQLException {
    Table<R> table = sql.table();
    Fields fields = sql.readFields(found);
    R row = table.read(fields);
    Key key = table.key(row);
    Bytes hash = LeafEncoding.value(table, row);
    if (table.isLeaf()) {
      tree.put(LeafEncoding.key(table, key), hash);
    }
    Bytes stored = Bytes.ofUnshared(found.getBytes(table.columns().size() + 1));
    if (!hash.equals(stored) || !table.fields(row).equals(fields)) {
      differ("%s: the row with the key %s differs from its hash".formatted(table, key.parts()));
    }
  }

  private void checkContents() throws SQLException {
    try (ResultSet found = session.statement(ContentRows.WITH_HASHES).executeQuery()) {
      while (found.next()) {
        UUID credential = (UUID) SqlValue.read(found, 1, Kind.UUID);
        String content = found.getString(2);
        byte[] hash = found.getBytes(3);
        if (hash == null) {
          differ("contents: the content of %s has no credential".formatted(credential));
        } else if (content == null) {
          differ("contents: the credential %s has no content".formatted(credential));
        } else if (!Sha256.of(Utf8.encode(content)).equals(Bytes.ofUnshared(hash))) {
          differ("contents: the content of %s differs from its hash".formatted(credential));
        }
      }
    }
  }

  /// Follows the chain from the oldest block that is kept, whose hash is taken as it is.
  private void checkBlocks(ChainHead head) throws SQLException {
    BlockRow before = null;
    SqlTable<BlockRow> blocks = session.tables().of(BlockRow.TABLE);
    try (ResultSet found = session.statement(blocks.walk()).executeQuery()) {
      while (found.next()) {
        BlockRow block = blocks.readRow(found);
        if (before != null && !block.equals(linkAfter(before, block))) {
          differ(
              "blocks: the block %d does not follow from its receipts".formatted(block.height()));
        }
        before = block;
      }
    }
    if (before == null
        || !before.equals(new BlockRow(head.height(), head.timeMillis(), head.blockHash()))) {
      differ("chain: the last block is not the one at the head");
    }
  }

  private BlockRow linkAfter(BlockRow before, BlockRow block) {
    List<Receipt> receipts =
        session.where(ReceiptRow.BY_HEIGHT, Key.of(block.height())).stream()
            .sorted(Comparator.comparingLong(ReceiptRow::place))
            .map(ReceiptRow::receipt)
            .toList();
    return BlockRow.after(before.hash(), before.height() + 1, block.timeMillis(), receipts);
  }

  private void checkChain(Chain chain, ChainRow stored) {
    if (!chain.id().equals(stored.chainId()) || !chain.genesisHash().equals(stored.genesisHash())) {
      differ("chain: the database is not of the network of the genesis file");
    }
  }
}
