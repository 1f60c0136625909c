package dev.idos.systemtests.storage;

import dev.idos.consensus.Halt;
import dev.idos.consensus.Pending;
import dev.idos.consensus.PoolLimits;
import dev.idos.consensus.RoundWatch;
import dev.idos.consensus.SoloSequencer;
import dev.idos.consensus.Submission;
import dev.idos.crypto.WalletKey;
import dev.idos.node.application.LedgerApplication;
import dev.idos.node.storage.DataFolder;
import dev.idos.node.storage.KillPoints;
import dev.idos.node.storage.VerifyReport;
import dev.idos.protocol.Account;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.nio.file.Path;
import java.time.Duration;

/// A node without its network: folder, ledger and sequencer.
final class SoloNode implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final LedgerApplication application;
  private final SoloSequencer sequencer;

  private SoloNode(DataFolder folder, LedgerApplication application, SoloSequencer sequencer) {
    this.folder = folder;
    this.application = application;
    this.sequencer = sequencer;
  }

  static SoloNode open(Path path) {
    return open(path, KillPoints.NONE, RoundWatch.NONE, PoolLimits.SOLO);
  }

  static SoloNode open(Path path, KillPoints killPoints, RoundWatch watch, PoolLimits limits) {
    DataFolder folder = DataFolder.open(path);
    try {
      var application =
          LedgerApplication.open(folder, Workload.GENESIS, Workload.GENESIS_FILE, killPoints);
      Halt halt = failure -> failure.printStackTrace();
      var sequencer =
          SoloSequencer.start(
              Workload.CHAIN, application, System::currentTimeMillis, limits, watch, halt);
      return new SoloNode(folder, application, sequencer);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  static VerifyReport verify(Path path) {
    try (DataFolder folder = DataFolder.open(path)) {
      return LedgerApplication.verify(folder, Workload.GENESIS, Workload.GENESIS_FILE);
    }
  }

  LedgerApplication application() {
    return application;
  }

  Pending submit(AuthenticatedTransaction transaction) {
    return switch (sequencer.submit(transaction)) {
      case Submission.Accepted(Pending pending) -> pending;
      case Submission.Known(Receipt receipt) ->
          throw new AssertionError("decided before, at " + receipt.height());
      case Submission.Refused(var refused) -> throw new AssertionError(refused.text());
    };
  }

  SoloSequencer sequencer() {
    return sequencer;
  }

  /// Signs, submits and waits.
  Receipt done(WalletKey wallet, Action action) throws InterruptedException {
    long nonce = sequencer.nextNonce(accountOf(wallet));
    Receipt receipt = submit(Workload.sign(wallet, nonce, action)).await(LONG).orElseThrow();
    if (!receipt.applied()) {
      throw new AssertionError(receipt.log());
    }
    return receipt;
  }

  static Account accountOf(WalletKey wallet) {
    return new Account(
        dev.idos.crypto.WalletSignatures.keyType(wallet.scheme(), wallet.sender()),
        wallet.sender());
  }

  /// A profile with a wallet.
  void addPerson(int number) throws InterruptedException {
    done(Workload.ISSUER, Workload.addUser(number));
    done(Workload.ISSUER, Workload.addWallet(number));
  }

  @Override
  public void close() {
    sequencer.close();
    application.close();
    folder.close();
  }
}
