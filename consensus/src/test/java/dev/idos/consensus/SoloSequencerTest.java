package dev.idos.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoloSequencerTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final long START = 1_000_000;
  private static final PoolLimits ROOMY =
      new PoolLimits(64, 1_000_000, 2_000, 4_000_000, 100, 1_000_000);
  private static final PoolLimits TIGHT = new PoolLimits(64, 4_000, 2_000, 8_000, 100, 2_000);

  private final CountingApplication application = new CountingApplication(START);
  private final AtomicLong clock = new AtomicLong(START);
  private final CompletableFuture<Throwable> halted = new CompletableFuture<>();
  private SoloSequencer sequencer = start(ROOMY);

  private SoloSequencer start(PoolLimits limits) {
    return SoloSequencer.start(
        Signed.CHAIN, application, clock::get, limits, RoundWatch.NONE, halted::complete);
  }

  private void tightenLimits() {
    sequencer.close();
    sequencer = start(TIGHT);
  }

  @AfterEach
  void stop() {
    application.fillDisk(false);
    application.neverHoldUp();
    sequencer.close();
  }

  @Test
  void a_transaction_is_committed_and_whoever_waits_gets_its_receipt() throws Exception {
    application.neverHoldUp();
    Pending pending = accepted(Signed.by("alice", 1));
    assertThat(pending.await(LONG).orElseThrow().height()).isEqualTo(1);
    assertThat(sequencer.await(pending.hash(), LONG)).isPresent();
  }

  @Test
  void a_decided_transaction_that_comes_again_gets_its_receipt_at_once() throws Exception {
    application.neverHoldUp();
    var transaction = Signed.by("alice", 1);
    Receipt receipt = accepted(transaction).await(LONG).orElseThrow();
    assertThat(sequencer.submit(transaction)).isEqualTo(new Submission.Known(receipt));
  }

  @Test
  void a_pending_transaction_that_comes_again_is_awaited_and_not_doubled() throws Exception {
    var transaction = Signed.by("alice", 1);
    Pending first = accepted(transaction);
    assertThat(accepted(transaction)).isSameAs(first);
    application.neverHoldUp();
    first.await(LONG);
    assertThat(transactionsOf(application.blocks())).isEqualTo(1);
  }

  @Test
  void a_known_hash_is_answered_before_its_nonce_is_judged() throws Exception {
    application.neverHoldUp();
    var first = Signed.by("alice", 1);
    accepted(first).await(LONG);
    accepted(Signed.by("alice", 2)).await(LONG);
    assertThat(sequencer.submit(first)).isInstanceOf(Submission.Known.class);
  }

  @Test
  void w33_a_transaction_without_a_chain_id_is_refused() {
    assertThat(refusalOf(Signed.by("alice", 1, "", 10))).isEqualTo(Refusal.CHAIN_WRONG);
    assertThat(textOf(Signed.by("alice", 1, "", 10))).isEqualTo("wrong chain ID: ");
  }

  @Test
  void a_transaction_for_another_chain_is_refused() {
    assertThat(textOf(Signed.by("alice", 1, "other", 10))).isEqualTo("wrong chain ID: other");
  }

  @Test
  void a_gap_and_a_used_nonce_are_refused_in_the_words_of_the_original() {
    accepted(Signed.by("alice", 1));
    var gap = Signed.by("alice", 3);
    assertThat(refusalOf(gap)).isEqualTo(Refusal.NONCE_WRONG);
    assertThat(textOf(gap))
        .isEqualTo("invalid nonce for account " + gap.sender().hex() + ": got 3, expected 2");
    assertThat(textOf(Signed.by("bob", 0))).endsWith(": got 0, expected 1");
  }

  @Test
  void the_first_transaction_seen_with_a_nonce_wins() {
    accepted(Signed.by("alice", 1));
    assertThat(textOf(Signed.rivalBy("alice", 1))).endsWith(": got 1, expected 2");
  }

  @Test
  void a_refused_transaction_is_not_prepared() {
    refusalOf(Signed.by("alice", 7));
    assertThat(application.prepared()).isZero();
    accepted(Signed.by("alice", 1));
    assertThat(application.prepared()).isEqualTo(1);
  }

  @Test
  void an_account_may_have_sixty_four_transactions_under_way() {
    for (int nonce = 1; nonce <= 64; nonce++) {
      accepted(Signed.by("alice", nonce));
    }
    assertThat(refusalOf(Signed.by("alice", 65))).isEqualTo(Refusal.POOL_FULL);
    accepted(Signed.by("bob", 1));
    assertThat(sequencer.nextNonce(Signed.by("alice", 1).account())).isEqualTo(65);
  }

  @Test
  void an_account_is_bounded_by_bytes() {
    tightenLimits();
    accepted(Signed.by("alice", 1, Signed.CHAIN, 1_700));
    accepted(Signed.by("alice", 2, Signed.CHAIN, 1_700));
    assertThat(refusalOf(Signed.by("alice", 3, Signed.CHAIN, 1_700))).isEqualTo(Refusal.POOL_FULL);
    accepted(Signed.by("bob", 1, Signed.CHAIN, 1_700));
  }

  @Test
  void the_pool_is_bounded_by_bytes_over_all_accounts() {
    tightenLimits();
    accepted(Signed.by("alice", 1, Signed.CHAIN, 1_700));
    accepted(Signed.by("alice", 2, Signed.CHAIN, 1_700));
    accepted(Signed.by("bob", 1, Signed.CHAIN, 1_700));
    accepted(Signed.by("bob", 2, Signed.CHAIN, 1_700));
    assertThat(refusalOf(Signed.by("carol", 1, Signed.CHAIN, 1_700))).isEqualTo(Refusal.POOL_FULL);
  }

  @Test
  void a_transaction_that_no_block_can_carry_is_refused() {
    tightenLimits();
    assertThat(refusalOf(Signed.by("alice", 1, Signed.CHAIN, 2_001))).isEqualTo(Refusal.TOO_LARGE);
  }

  @Test
  void what_gathers_during_a_round_is_committed_together() throws Exception {
    accepted(Signed.by("alice", 1));
    var gathered = new ArrayList<Pending>();
    for (int i = 0; i < 20; i++) {
      gathered.add(accepted(Signed.by("person " + i, 1)));
    }
    application.neverHoldUp();
    gathered.getLast().await(LONG);
    assertThat(application.blocks()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_block_carries_no_more_bytes_than_it_may_and_keeps_the_order() throws Exception {
    tightenLimits();
    accepted(Signed.by("zoe", 1));
    var pending = new ArrayList<Pending>();
    for (String name : List.of("alice", "bob", "carol")) {
      pending.add(accepted(Signed.by(name, 1, Signed.CHAIN, 1_000)));
    }
    application.neverHoldUp();
    pending.getLast().await(LONG);
    for (Block block : application.blocks()) {
      assertThat(block.transactions().stream().mapToInt(t -> t.transaction().bytes()).sum())
          .isLessThanOrEqualTo(2_000);
    }
    assertThat(
            application.blocks().stream()
                .flatMap(block -> block.transactions().stream())
                .map(each -> each.transaction().sender()))
        .containsExactly(
            InsecureTestKeys.of("zoe").sender(),
            InsecureTestKeys.of("alice").sender(),
            InsecureTestKeys.of("bob").sender(),
            InsecureTestKeys.of("carol").sender());
  }

  @Test
  void block_time_is_the_clock_but_always_later_than_the_block_before() throws Exception {
    application.neverHoldUp();
    accepted(Signed.by("alice", 1)).await(LONG);
    clock.set(START + 500);
    accepted(Signed.by("alice", 2)).await(LONG);
    clock.set(START - 500);
    accepted(Signed.by("alice", 3)).await(LONG);
    assertThat(application.blocks())
        .extracting(Block::timeMillis)
        .containsExactly(START + 1, START + 500, START + 501);
  }

  @Test
  void a_block_is_proposed_when_a_deletion_is_due() throws Exception {
    application.dueAt(START / 1000);
    application.neverHoldUp();
    accepted(Signed.by("alice", 1)).await(LONG); // wakes the round, which then sees what is due
    accepted(Signed.by("alice", 2)).await(LONG);
    assertThat(application.nextDue()).isEmpty();
  }

  @Test
  void a_due_block_needs_no_transaction() throws Exception {
    var own = new CountingApplication(START);
    own.dueAt(START / 1000);
    own.neverHoldUp();
    var committed = new CompletableFuture<Block>();
    var watch =
        new RoundWatch() {
          @Override
          public void committed(Block block, Outcome outcome, long executed, long stored) {
            committed.complete(block);
          }
        };
    try (var node =
        SoloSequencer.start(Signed.CHAIN, own, clock::get, ROOMY, watch, halted::complete)) {
      assertThat(committed.get().transactions()).isEmpty();
      assertThat(node.pending(Signed.by("alice", 1).hash())).isEmpty();
    }
  }

  @Test
  void a_full_disk_drops_what_waits_and_pauses_writes() throws Exception {
    application.fillDisk(true);
    Pending first = accepted(Signed.by("alice", 1));
    Pending second = accepted(Signed.by("alice", 2));
    application.allowRounds(1);
    assertThatThrownBy(() -> first.await(LONG)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> second.await(LONG)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> sequencer.submit(Signed.by("alice", 1)))
        .isInstanceOfSatisfying(
            Unavailable.class, cause -> assertThat(cause.isWorthRetrying()).isTrue());
    assertThat(sequencer.nextNonce(Signed.by("alice", 1).account())).isEqualTo(1);
    assertThat(halted).isNotDone();
  }

  @Test
  void a_bug_halts_the_node_and_nothing_is_ordered_any_more() throws Exception {
    var own = new CountingApplication(START);
    var failing =
        new BrokenApplication(own, new dev.idos.protocol.ImpossibleState("rows and root agree"));
    try (var node =
        SoloSequencer.start(
            Signed.CHAIN, failing, clock::get, ROOMY, RoundWatch.NONE, halted::complete)) {
      node.submit(Signed.by("alice", 1));
      assertThat(halted.get()).hasMessage("rows and root agree");
      assertThatThrownBy(() -> node.submit(Signed.by("bob", 1)))
          .isInstanceOf(Unavailable.class)
          .hasMessage("the node is stopping");
    }
  }

  @Test
  void a_clean_stop_decides_what_waits_and_takes_nothing_new() throws Exception {
    Pending waiting = accepted(Signed.by("alice", 1));
    Pending next = accepted(Signed.by("alice", 2));
    application.neverHoldUp();
    sequencer.close();
    assertThat(waiting.await(Duration.ZERO)).isPresent();
    assertThat(next.await(Duration.ZERO)).isPresent();
    assertThatThrownBy(() -> sequencer.submit(Signed.by("bob", 1))).isInstanceOf(Unavailable.class);
  }

  @Test
  void many_threads_submit_runs_of_nonces_and_every_one_is_committed_once() throws Exception {
    application.neverHoldUp();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      String name = "person " + i;
      threads.add(Thread.startVirtualThread(() -> submitRun(name, 40)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(transactionsOf(application.blocks())).isEqualTo(8 * 40);
  }

  private void submitRun(String name, int length) {
    var pending = new ArrayList<Pending>();
    for (int nonce = 1; nonce <= length; nonce++) {
      pending.add(accepted(Signed.by(name, nonce)));
    }
    try {
      pending.getLast().await(LONG);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int transactionsOf(List<Block> blocks) {
    return blocks.stream().mapToInt(block -> block.transactions().size()).sum();
  }

  private Pending accepted(AuthenticatedTransaction transaction) {
    Submission answer = sequencer.submit(transaction);
    assertThat(answer).isInstanceOf(Submission.Accepted.class);
    return ((Submission.Accepted) answer).pending();
  }

  private Refusal refusalOf(AuthenticatedTransaction transaction) {
    return ((Submission.Refused) sequencer.submit(transaction)).refused().reason();
  }

  private String textOf(AuthenticatedTransaction transaction) {
    return ((Submission.Refused) sequencer.submit(transaction)).refused().text();
  }
}
