package dev.idos.ledger;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.state.StateTree;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.action.AttributeAction.RemoveAttribute;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.query.AttributeQuery.GetAttributes;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final World world = new World();

  private static AddAttribute attribute(String name) {
    return new AddAttribute(new AttributeId(World.id(name)), name, "value");
  }

  @Test
  void a_batch_is_all_or_nothing() {
    world.profile(ALICE);
    Receipt receipt =
        world
            .block(world.transaction(ALICE, attribute("a"), attribute("b"), attribute("a")))
            .getFirst();
    assertThat(receipt.refusal()).contains(Refusal.ATTRIBUTE_EXISTS);
    assertThat(world.found(ALICE, new GetAttributes()).values()).isEmpty();
    world.block(world.transaction(ALICE, attribute("a"), attribute("b")));
    assertThat(world.found(ALICE, new GetAttributes()).values()).hasSize(2);
  }

  @Test
  void a_log_says_twenty_things_and_counts_the_rest() {
    var removing = new ArrayList<Action>();
    for (int i = 0; i < 25; i++) {
      removing.add(new RemoveAttribute(new AttributeId(World.id("nothing " + i))));
    }
    var transaction = world.transaction(STRANGER, removing.toArray(Action[]::new));
    assertThat(world.block(transaction).getFirst().log().lines())
        .hasSize(21)
        .startsWith("1. no attribute of the caller has this id: nothing was removed")
        .endsWith("and 5 more");
  }

  @Test
  void a_refused_transaction_consumes_its_nonce_and_changes_nothing_else() {
    world.profile(ALICE);
    long nonce = world.nonce(ALICE);
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED, ALICE, new AddUserAsInserter(BOB.user(), "k", "user"));
    assertThat(world.nonce(ALICE)).isEqualTo(nonce + 1);
  }

  @Test
  void nobody_is_named_by_a_nonce_that_is_kept() {
    world.profile(ALICE);
    world.done(ALICE, attribute("a"));
    Bytes alice = ALICE.wallet().sender();
    world
        .rows()
        .forEach(
            Accounts.ACCOUNTS,
            used -> assertThat(used.account().hex()).hasSize(64).doesNotContain(alice.hex()));
  }

  @Test
  void a_transaction_that_is_not_next_is_skipped_and_changes_nothing() {
    world.profile(ALICE);
    long next = world.nonce(ALICE) + 1;
    Bytes before = world.root();
    for (long nonce : new long[] {next - 1, next + 1, next + 64}) {
      Receipt receipt = world.block(world.transaction(ALICE, nonce, attribute("a"))).getFirst();
      assertThat(receipt.refusal()).contains(Refusal.TRANSACTION_SKIPPED);
    }
    assertThat(world.root()).isEqualTo(before);
  }

  @Test
  void a_run_of_one_account_is_applied_in_one_block() {
    world.profile(ALICE);
    long next = world.nonce(ALICE) + 1;
    List<Receipt> receipts =
        world.block(
            world.transaction(ALICE, next, attribute("a")),
            world.transaction(ALICE, next, attribute("b")),
            world.transaction(
                ALICE, next + 1, new RemoveAttribute(new AttributeId(World.id("a")))));
    assertThat(receipts).extracting(Receipt::applied).containsExactly(true, false, true);
    assertThat(world.found(ALICE, new GetAttributes()).values()).isEmpty();
  }

  @Test
  void an_undecodable_request_consumes_its_nonce() {
    world.profile(ALICE);
    long next = world.nonce(ALICE) + 1;
    var garbage =
        new TransactionBody(
            "", Utf8.encode("no payload"), Transaction.EXECUTE, BigInteger.ZERO, next, World.CHAIN);
    Receipt receipt = world.block(World.sign(ALICE, garbage)).getFirst();
    assertThat(receipt.refusal()).contains(Refusal.PAYLOAD_MALFORMED);
    assertThat(receipt.txCode()).isEqualTo(Receipt.TX_ENCODING);
    assertThat(world.nonce(ALICE)).isEqualTo(next);
  }

  @Test
  void w33_a_transaction_of_no_or_another_network_changes_nothing() {
    world.profile(ALICE);
    Bytes before = world.root();
    for (String chain : List.of("", "another-network")) {
      var body =
          new TransactionBody(
              "", Bytes.EMPTY, Transaction.EXECUTE, BigInteger.ZERO, world.nonce(ALICE) + 1, chain);
      Receipt receipt = world.block(World.sign(ALICE, body)).getFirst();
      assertThat(receipt.refusal()).contains(Refusal.CHAIN_WRONG);
    }
    assertThat(world.root()).isEqualTo(before);
  }

  @Test
  void a_block_without_effects_leaves_the_root_unchanged() {
    world.profile(ALICE);
    Bytes before = world.root();
    world.block();
    assertThat(world.root()).isEqualTo(before);
  }

  @Test
  void the_root_is_that_of_the_rows_however_they_came() {
    world.profile(ALICE);
    world.done(ALICE, attribute("a"));
    world.done(ALICE, attribute("b"));
    world.done(ALICE, new RemoveAttribute(new AttributeId(World.id("a"))));
    var rebuilt = new StateTree();
    TestTables.forEachLeaf(world.rows(), rebuilt::put);
    assertThat(rebuilt.root()).isEqualTo(world.root());
  }

  @Test
  void two_networks_differ_in_their_genesis() {
    var one = new World().genesis();
    assertThat(one.hash()).isEqualTo(new World().genesis().hash());
    assertThat(TestTables.variantsOf(one))
        .extracting(genesis -> genesis.hash())
        .doesNotContain(one.hash())
        .doesNotHaveDuplicates();
  }

  @Test
  void the_log_of_a_refusal_carries_the_words_of_the_original() {
    world.profile(ALICE);
    UserId anybody = BOB.user();
    assertThat(
            world
                .refused(
                    Refusal.INSERTER_UNAUTHORIZED,
                    ALICE,
                    new AddUserAsInserter(anybody, "k", "user"))
                .log())
        .isEqualTo("ERROR: Unauthorized inserter");
    assertThat(world.done(ISSUER, new AddUserAsInserter(anybody, "k", "user")).log()).isEmpty();
  }
}
