package dev.idos.ledger;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.accessgrants.actions.AccessGrantActions;
import dev.idos.ledger.accessgrants.views.AccessGrantViews;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.attributes.Attributes;
import dev.idos.ledger.block.BlockContext;
import dev.idos.ledger.block.BlockResult;
import dev.idos.ledger.block.Effects;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.ledger.credentials.actions.CredentialActions;
import dev.idos.ledger.credentials.views.CredentialViews;
import dev.idos.ledger.deletion.Closing;
import dev.idos.ledger.deletion.RemoveUser;
import dev.idos.ledger.economy.Economy;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.profiles.Profiles;
import dev.idos.ledger.proofs.Proofs;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.Caller;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.AccessGrantAction;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction;
import dev.idos.protocol.action.CredentialAction;
import dev.idos.protocol.action.EconomyAction;
import dev.idos.protocol.action.InserterAction;
import dev.idos.protocol.action.Invocation;
import dev.idos.protocol.action.UserAction;
import dev.idos.protocol.action.WalletAction;
import dev.idos.protocol.action.Wire;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.AttributeQuery;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.protocol.query.EconomyQuery;
import dev.idos.protocol.query.ProfileQuery;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The state machine of a network: given the same rows and the same block, every node answers with
/// the same receipts and the same changes. It keeps nothing itself.
public final class Ledger {

  private final Genesis genesis;
  private final Inserters inserters = new Inserters();
  private final Profiles profiles = new Profiles();
  private final Wallets wallets = new Wallets();
  private final Attributes attributes = new Attributes();
  private final CredentialActions credentials = new CredentialActions();
  private final CredentialViews credentialViews = new CredentialViews();
  private final AccessGrantActions accessGrants = new AccessGrantActions();
  private final AccessGrantViews accessGrantViews = new AccessGrantViews();
  private final Economy economy = new Economy();

  /// The ledger of the network that began so.
  public Ledger(Genesis genesis) {
    this.genesis = genesis;
  }

  /// The rows that exist before block 1.
  public List<Change<?>> genesisChanges() {
    var rows = new Changes(new RowsInMemory());
    inserters.begin(genesis, rows);
    return rows.changes();
  }

  /// Runs a block over the committed rows. Nothing is stored: the caller commits the result.
  public BlockResult execute(
      BlockContext block, List<PreparedTransaction> transactions, Reader committed) {
    var rows = new Changes(committed);
    var erasedSenders = new TreeSet<Bytes>();
    var due = new Effects();
    Closing.erasePassed(new Execution(Caller.NOBODY, block, rows, genesis, Proofs.NONE, due));
    erasedSenders.addAll(due.erasedSenders());
    var receipts = new ArrayList<Receipt>(transactions.size());
    for (PreparedTransaction transaction : transactions) {
      receipts.add(execute(transaction, block, rows, erasedSenders));
    }
    return new BlockResult(receipts, rows.changes(), rows.contents(), List.copyOf(erasedSenders));
  }

  /// Answers a question from committed rows.
  public Answer answer(Query query, Caller caller, BlockContext now, Reader committed) {
    var view = new View(caller, now, committed, genesis);
    return switch (query) {
      case ProfileQuery profile -> profiles.answer(profile, view);
      case AttributeQuery attribute -> attributes.answer(attribute, view);
      case CredentialQuery credential -> credentialViews.answer(credential, view);
      case AccessGrantQuery grant -> accessGrantViews.answer(grant, view);
      case EconomyQuery money -> economy.answer(money, view);
    };
  }

  /// When a block is due even if nobody sends anything, in seconds since 1970.
  public Optional<Long> nextDue(Reader committed) {
    return Closing.nextDue(committed);
  }

  private Receipt execute(
      PreparedTransaction prepared,
      BlockContext block,
      Changes rows,
      NavigableSet<Bytes> erasedSenders) {
    AuthenticatedTransaction transaction = prepared.transaction();
    if (!transaction.chainId().equals(genesis.chainId())) {
      return refused(transaction, block, "", Refusal.CHAIN_WRONG.with(transaction.chainId()));
    }
    if (transaction.nonce() != Accounts.nonce(transaction.account(), rows) + 1) {
      return refused(transaction, block, "", Refusal.TRANSACTION_SKIPPED.with());
    }
    Accounts.use(transaction.account(), transaction.nonce(), rows);
    return switch (transaction.invocation()) {
      case Invocation.Undecodable(int code, Refused reason) ->
          receipt(transaction, block, code, "", Optional.of(reason));
      case Invocation.Actions(List<Action> actions) -> {
        var effects = new Effects();
        rows.begin();
        Optional<Refused> reason = run(actions, prepared, block, rows, effects);
        if (reason.isPresent()) {
          rows.rollback();
          yield refused(transaction, block, effects.log(), reason.get());
        }
        rows.commit();
        erasedSenders.addAll(effects.erasedSenders());
        yield receipt(transaction, block, Receipt.TX_OK, effects.log(), Optional.empty());
      }
    };
  }

  private Optional<Refused> run(
      List<Action> actions,
      PreparedTransaction prepared,
      BlockContext block,
      Changes rows,
      Effects effects) {
    Caller caller = prepared.transaction().caller();
    for (int i = 0; i < actions.size(); i++) {
      var execution =
          new Execution(caller, block, rows, genesis, prepared.proofs().get(i), effects);
      Optional<Refused> refused = dispatch(actions.get(i), execution);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  private Optional<Refused> dispatch(Action action, Execution execution) {
    return switch (action) {
      case InserterAction owners ->
          byOwner(action, execution).or(() -> inserters.apply(owners, execution));
      case UserAction.AddUserAsInserter add -> profiles.apply(add, execution);
      case UserAction.UpdateUserPubKeyAsInserter update -> profiles.apply(update, execution);
      case UserAction.RotateUserKey rotate -> profiles.apply(rotate, execution);
      case UserAction.LeaveProfile leave -> profiles.apply(leave, execution);
      case UserAction.RemoveUser _ -> RemoveUser.apply(execution);
      case WalletAction wallet -> wallets.apply(wallet, execution);
      case AttributeAction attribute -> attributes.apply(attribute, execution);
      case CredentialAction credential -> credentials.apply(credential, execution);
      case AccessGrantAction grant -> accessGrants.apply(grant, execution);
      case EconomyAction.RequestBalanceWithdrawal owners ->
          byOwner(action, execution).or(() -> economy.apply(owners, execution));
      case EconomyAction money -> economy.apply(money, execution);
    };
  }

  /// Refuses an action of the network's owner to everybody else.
  private Optional<Refused> byOwner(Action action, Execution execution) {
    boolean isOwner =
        WalletIdentifier.canonicalOf(genesis.owner())
            .filter(owner -> CallerForms.of(execution.caller()).contains(owner))
            .isPresent();
    return isOwner ? Optional.empty() : Optional.of(Refusal.OWNER_ONLY.with(nameOf(action)));
  }

  private static String nameOf(Action action) {
    Wire wire = action.getClass().getAnnotation(Wire.class);
    return wire == null ? "" : wire.value();
  }

  private static Receipt refused(
      AuthenticatedTransaction transaction, BlockContext block, String notices, Refused reason) {
    return receipt(transaction, block, Receipt.TX_REFUSED, notices, Optional.of(reason));
  }

  private static Receipt receipt(
      AuthenticatedTransaction transaction,
      BlockContext block,
      int txCode,
      String notices,
      Optional<Refused> reason) {
    return new Receipt(
        transaction.hash(),
        block.height(),
        txCode,
        reason.map(Refused::reason),
        log(notices, reason),
        transaction.sender());
  }

  /// The log of the wire: the notices, then why nothing was done (`kwil-protocol.md` §2.10).
  private static String log(String notices, Optional<Refused> reason) {
    return reason
        .map(refused -> (notices.isEmpty() ? "" : notices + "\n") + "ERROR: " + refused.text())
        .orElse(notices);
  }
}
