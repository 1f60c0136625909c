package dev.idos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.block.BlockContext;
import dev.idos.ledger.block.BlockResult;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.protocol.Account;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.WalletAction.AddWallet;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.query.Rows;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A network in memory: real keys, real signatures, real rules. Each write is a block of its own.
public final class World {

  /// The network's name.
  public static final String CHAIN = "idos-test";

  /// The time of block 1, in seconds: 15 January 2027.
  public static final long START = 1_800_000_000L;

  /// The text most wallets prove themselves with.
  public static final String PROOF = "Sign this message to prove you own this wallet";

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  private final Genesis genesis;
  private final Ledger ledger;
  private final RowsInMemory rows = new RowsInMemory();
  private final StateTree tree = new StateTree();
  private final List<Bytes> erasedSenders = new ArrayList<>();
  private long height;
  private long now = START;

  /// A network with the usual limits.
  public World() {
    this(Limits.DEFAULT);
  }

  /// A network with limits of its own.
  public World(Limits limits) {
    genesis =
        new Genesis(
            CHAIN,
            People.OWNER.identifier(),
            START,
            List.of(
                new GenesisInserter(
                    "issuer", List.of(People.ISSUER.identifier(), People.ISSUER_EVM.identifier())),
                new GenesisInserter("rival", List.of(People.RIVAL.identifier()))),
            Operator.LOCAL,
            limits);
    ledger = new Ledger(genesis);
    rows.apply(ledger.genesisChanges(), List.of());
    tree.apply(ledger.genesisChanges());
  }

  /// The id that belongs to a name, the same in every run.
  public static UUID id(String name) {
    return UuidV5.of(UuidV5.URL_NAMESPACE, name);
  }

  /// Runs one action in a block of its own.
  public Receipt run(Person caller, Action action) {
    return block(transaction(caller, action)).getFirst();
  }

  /// Runs one action, which must succeed.
  public Receipt done(Person caller, Action action) {
    Receipt receipt = run(caller, action);
    assertThat(receipt.log()).as("log of " + action.getClass()).doesNotContain("ERROR");
    assertThat(receipt.refusal()).isEmpty();
    return receipt;
  }

  /// Runs one action, which must be refused so and change nothing but the nonce.
  public Receipt refused(Refusal refusal, Person caller, Action action) {
    Receipt receipt = run(caller, action);
    assertThat(receipt.refusal()).contains(refusal);
    assertThat(receipt.txCode()).isEqualTo(Receipt.TX_REFUSED);
    return receipt;
  }

  /// A signed transaction that is next for its account.
  public AuthenticatedTransaction transaction(Person caller, Action... batch) {
    return transaction(caller, nonce(caller) + 1, batch);
  }

  /// A signed transaction with a nonce of one's choice.
  public AuthenticatedTransaction transaction(Person caller, long nonce, Action... batch) {
    Bytes payload = CATALOGUE.execution(Arrays.asList(batch)).encode();
    var body = new TransactionBody("", payload, Transaction.EXECUTE, BigInteger.ZERO, nonce, CHAIN);
    return sign(caller, body);
  }

  /// A signed transaction with any body.
  public static AuthenticatedTransaction sign(Person caller, TransactionBody body) {
    var unsigned =
        new Transaction(
            body,
            Transaction.CONCAT,
            caller.wallet().scheme().wireName(),
            Bytes.EMPTY,
            caller.wallet().sender());
    Bytes signature = caller.wallet().sign(TransactionCodec.signedBytes(unsigned));
    var signed =
        new Transaction(
            body, unsigned.serialization(), unsigned.authType(), signature, unsigned.sender());
    return switch (AuthenticatedTransaction.authenticate(signed, CATALOGUE)) {
      case AuthenticatedTransaction.Accepted(var transaction) -> transaction;
      case AuthenticatedTransaction.Rejected(var refused) ->
          throw new AssertionError(refused.text());
    };
  }

  /// Runs a block, one second after the last one, and commits it.
  public List<Receipt> block(AuthenticatedTransaction... transactions) {
    height++;
    now++;
    BlockResult result =
        ledger.execute(
            now(), Arrays.stream(transactions).map(PreparedTransaction::of).toList(), rows);
    rows.apply(result.changes(), result.contents());
    tree.apply(result.changes());
    erasedSenders.addAll(result.erasedSenders());
    return result.receipts();
  }

  /// Lets time pass.
  public World later(long seconds) {
    now += seconds;
    return this;
  }

  /// The last block, or what would be block 1.
  public BlockContext now() {
    return new BlockContext(Math.max(height, 1), now);
  }

  /// Answers a question of somebody who is logged in.
  public Answer ask(Person caller, Query query) {
    return ask(caller.caller(), query);
  }

  /// Answers a question.
  public Answer ask(Caller caller, Query query) {
    return ledger.answer(query, caller, now(), rows);
  }

  /// The rows of an answer, which must not be a refusal.
  public Rows found(Person caller, Query query) {
    return found(caller.caller(), query);
  }

  /// The rows of an answer, which must not be a refusal.
  public Rows found(Caller caller, Query query) {
    return switch (ask(caller, query)) {
      case Answer.Found(Rows found) -> found;
      case Answer.Denied(var refused) -> throw new AssertionError(refused.text());
    };
  }

  /// The one value of an answer of one row.
  public @Nullable Object value(Person caller, Query query) {
    return found(caller, query).values().getFirst().getFirst();
  }

  /// Gives a person a profile with the person's wallet, by the issuer.
  public UserId profile(Person person) {
    done(People.ISSUER, new AddUserAsInserter(person.user(), "key of " + person.name(), "user"));
    done(People.ISSUER, firstWallet(person, person.user(), PROOF));
    return person.user();
  }

  /// The action by which an inserter attaches a person's wallet.
  public static UpsertWalletAsInserter firstWallet(Person person, UserId user, String text) {
    return new UpsertWalletAsInserter(
        person.walletId(),
        user,
        person.wallet().address(),
        person.publicKey().orElse(null),
        person.wallet().walletType().wireName(),
        text,
        person.wallet().proof(text));
  }

  /// The action by which somebody adds the wallet of `person` to the own profile.
  public static AddWallet furtherWallet(Person person, String text) {
    return new AddWallet(
        person.walletId(),
        person.wallet().address(),
        person.publicKey().orElse(null),
        person.wallet().walletType().wireName(),
        text,
        person.wallet().proof(text));
  }

  /// The last used nonce of a person.
  public long nonce(Person person) {
    return Accounts.nonce(account(person), rows);
  }

  /// The root of the state after the last block.
  public Bytes root() {
    return tree.root();
  }

  /// The committed rows.
  public RowsInMemory rows() {
    return rows;
  }

  /// The same rows, for reading rules.
  public Reader reader() {
    return rows;
  }

  /// The ledger itself.
  public Ledger ledger() {
    return ledger;
  }

  /// What the network began from.
  public Genesis genesis() {
    return genesis;
  }

  /// Whose receipts keep code and height only, as far as the blocks said so.
  public List<Bytes> erasedSenders() {
    return List.copyOf(erasedSenders);
  }

  private static Account account(Person person) {
    return new Account(
        WalletSignatures.keyType(person.wallet().scheme(), person.wallet().sender()),
        person.wallet().sender());
  }
}
