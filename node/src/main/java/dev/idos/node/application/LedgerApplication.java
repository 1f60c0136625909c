package dev.idos.node.application;

import dev.idos.consensus.Application;
import dev.idos.consensus.Block;
import dev.idos.consensus.Outcome;
import dev.idos.consensus.Prepared;
import dev.idos.consensus.Tip;
import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.Ledger;
import dev.idos.ledger.PreparedTransaction;
import dev.idos.ledger.Tables;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.block.BlockContext;
import dev.idos.ledger.block.BlockResult;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Reader;
import dev.idos.node.storage.BlockCommit;
import dev.idos.node.storage.Chain;
import dev.idos.node.storage.ChainHead;
import dev.idos.node.storage.DataFolder;
import dev.idos.node.storage.FolderRefused;
import dev.idos.node.storage.KillPoints;
import dev.idos.node.storage.KillPoints.Point;
import dev.idos.node.storage.Snapshot;
import dev.idos.node.storage.Storage;
import dev.idos.node.storage.VerifyReport;
import dev.idos.protocol.Account;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The ledger as consensus sees it, on top of a storage: blocks go in, receipts and a state root
/// come out, and views read what was committed last.
public final class LedgerApplication implements Application, Views, AutoCloseable {

  /// A block between its execution and its commit.
  private record Executed(BlockCommit commit, List<Change<?>> changes) {}

  private final Ledger ledger;
  private final Storage storage;
  private final StateLeaves leaves;
  private final KillPoints killPoints;
  private @Nullable Executed executed;
  private volatile OptionalLong nextDue;

  private LedgerApplication(
      Ledger ledger, Storage storage, StateLeaves leaves, KillPoints killPoints) {
    this.ledger = ledger;
    this.storage = storage;
    this.leaves = leaves;
    this.killPoints = killPoints;
    this.nextDue = readNextDue();
  }

  /// Opens a data folder, a new one with the rows of genesis, and checks that its rows give the
  /// state root that was committed with them.
  ///
  /// @param genesisFile the text the folder keeps a copy of
  /// @throws FolderRefused if the folder belongs to another network, or its rows were changed by
  ///     anything but this program
  public static LedgerApplication open(
      DataFolder folder, Genesis genesis, String genesisFile, KillPoints killPoints) {
    var ledger = new Ledger(genesis);
    Storage storage =
        folder.openStorage(
            chain(genesis, genesisFile), Tables.all(), first(ledger, genesis), killPoints);
    try {
      StateLeaves leaves = StateLeaves.load(storage);
      if (!leaves.root().equals(storage.head().stateRoot())) {
        throw new FolderRefused(
            "the rows in %s are not what was committed: run idos node verify --data %s"
                .formatted(folder.path(), folder.path()));
      }
      return new LedgerApplication(ledger, storage, leaves, killPoints);
    } catch (RuntimeException failure) {
      storage.close();
      throw failure;
    }
  }

  /// Makes all hashes of a stopped node's folder anew and compares them with the stored ones.
  ///
  /// @throws FolderRefused if there is nothing to verify
  public static VerifyReport verify(DataFolder folder, Genesis genesis, String genesisFile) {
    return folder.verify(chain(genesis, genesisFile), Tables.all());
  }

  private static Chain chain(Genesis genesis, String genesisFile) {
    return new Chain(genesis.chainId(), genesis.hash(), genesisFile);
  }

  /// What genesis stores: its rows, just before the time of block 1.
  private static BlockCommit first(Ledger ledger, Genesis genesis) {
    var leaves = new StateLeaves();
    var rows = leaves.apply(ledger.genesisChanges());
    long timeMillis = Math.max(0, genesis.timeSeconds() * 1000 - 1);
    return new BlockCommit(0, timeMillis, leaves.root(), List.of(), rows, List.of(), List.of());
  }

  /// The rules, for views that answer from a snapshot.
  public Ledger ledger() {
    return ledger;
  }

  /// The last committed block.
  public ChainHead head() {
    return storage.head();
  }

  @Override
  public Tip tip() {
    ChainHead head = storage.head();
    return new Tip(head.height(), head.timeMillis());
  }

  @Override
  public long nextNonce(Account account) {
    return storage.read(snapshot -> Accounts.nonce(account, snapshot.rows())) + 1;
  }

  @Override
  public Optional<Receipt> receipt(TransactionHash transaction) {
    return storage.read(snapshot -> snapshot.receipt(transaction));
  }

  @Override
  public OptionalLong nextDue() {
    return nextDue;
  }

  @Override
  public Prepared prepare(AuthenticatedTransaction transaction) {
    return new ReadyTransaction(PreparedTransaction.of(transaction));
  }

  @Override
  public Outcome execute(Block block) {
    killPoints.reach(Point.BEFORE_EXECUTE);
    storage.abandon();
    Reader committed = storage.beginBlock();
    try {
      var transactions = block.transactions().stream().map(ReadyTransaction::of).toList();
      BlockResult result =
          ledger.execute(
              new BlockContext(block.height(), Math.floorDiv(block.timeMillis(), 1000L)),
              transactions,
              committed);
      return prepareCommit(block, result);
    } catch (RuntimeException failure) {
      storage.abandon();
      throw failure;
    }
  }

  private Outcome prepareCommit(Block block, BlockResult result) {
    var rows = leaves.apply(result.changes());
    Bytes root = leaves.root();
    var commit =
        new BlockCommit(
            block.height(),
            block.timeMillis(),
            root,
            result.receipts(),
            rows,
            result.contents(),
            result.erasedSenders());
    executed = new Executed(commit, result.changes());
    return new Outcome(result.receipts(), root);
  }

  @Override
  public void commit() {
    Executed block = executed;
    if (block == null) {
      throw new ImpossibleState("a block is executed before it is committed");
    }
    executed = null;
    try {
      storage.commit(block.commit());
    } catch (Unavailable notStored) {
      leaves.revert(block.changes());
      throw notStored;
    }
    updateNextDue();
    killPoints.reach(Point.AFTER_COMMIT);
  }

  /// The block is stored whatever happens here: without a reader, the answer of before stands.
  private void updateNextDue() {
    try {
      nextDue = readNextDue();
    } catch (Unavailable _) {
      nextDue = OptionalLong.of(storage.head().timeSeconds() + 1); // ask again with the next block
    }
  }

  private OptionalLong readNextDue() {
    return storage
        .read(snapshot -> ledger.nextDue(snapshot.rows()))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public <T> T read(Function<Snapshot, T> reading) {
    return storage.read(reading);
  }

  /// Closes the storage; nothing is executed any more.
  @Override
  public void close() {
    storage.close();
  }
}
