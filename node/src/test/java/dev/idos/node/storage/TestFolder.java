package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.Tables;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Changes;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.Utf8;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A data folder of a test's chain, into which blocks are written that no rule has seen.
final class TestFolder implements AutoCloseable {

  static final Chain CHAIN = new Chain("idos-test", hash("genesis"), "{}");
  static final long START = 1_700_000_000_000L;

  private final Path path;
  private final DataFolder folder;
  private final SqliteStorage storage;
  private final StateTree tree = new StateTree();

  private TestFolder(Path path, Chain chain) {
    this.path = path;
    folder = DataFolder.open(path);
    try {
      storage = folder.openStorage(chain, Tables.all(), first(), KillPoints.NONE);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
    storage.forEachLeaf((table, key, value) -> tree.put(LeafEncoding.key(table, key), value));
  }

  static TestFolder open(Path path) {
    return new TestFolder(path, CHAIN);
  }

  static TestFolder open(Path path, Chain chain) {
    return new TestFolder(path, chain);
  }

  private static BlockCommit first() {
    return new BlockCommit(
        0, START, StateTree.EMPTY_ROOT, List.of(), List.of(), List.of(), List.of());
  }

  static Bytes hash(String name) {
    return Sha256.of(Utf8.encode(name));
  }

  /// A receipt of one of the sender's transactions.
  static Receipt receipt(String transaction, long height, String sender) {
    return new Receipt(
        new TransactionHash(hash(transaction)),
        height,
        Receipt.TX_REFUSED,
        Optional.of(Refusal.NONCE_WRONG),
        "the log of " + transaction,
        hash(sender));
  }

  SqliteStorage storage() {
    return storage;
  }

  Path database() {
    return path.resolve("idos.db");
  }

  /// Commits a block a second after the last one.
  List<Change<?>> block(Consumer<Changes> writes) {
    return block(storage.head().timeMillis() + 1000, List.of(), List.of(), writes);
  }

  List<Change<?>> block(
      long timeMillis,
      List<Receipt> receipts,
      List<Bytes> erasedSenders,
      Consumer<Changes> writes) {
    var changes = new Changes(storage.beginBlock());
    writes.accept(changes);
    tree.apply(changes.changes());
    storage.commit(
        new BlockCommit(
            storage.head().height() + 1,
            timeMillis,
            tree.root(),
            receipts,
            withHashes(changes.changes()),
            changes.contents(),
            erasedSenders));
    return changes.changes();
  }

  static List<RowChange<?>> withHashes(List<Change<?>> changes) {
    var rows = new ArrayList<RowChange<?>>();
    for (Change<?> change : changes) {
      rows.add(withHash(change));
    }
    return rows;
  }

  private static <R> RowChange<R> withHash(Change<R> change) {
    return new RowChange<>(
        change, change.after().map(row -> LeafEncoding.value(change.table(), row)));
  }

  /// Has the tables take in all blocks.
  void flush() {
    storage.forEachLeaf((_, _, _) -> {});
  }

  Bytes root() {
    return tree.root();
  }

  /// Closes the folder and verifies it.
  VerifyReport closeAndVerify() {
    close();
    return verify(path);
  }

  static VerifyReport verify(Path path) {
    try (DataFolder folder = DataFolder.open(path)) {
      return folder.verify(CHAIN, Tables.all());
    }
  }

  @Override
  public void close() {
    storage.close();
    folder.close();
  }
}
