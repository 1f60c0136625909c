package dev.idos.ledger.writegrants;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.ISSUER_EVM;
import static dev.idos.ledger.People.RIVAL;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateCredentialsByDwgTest {

  private static final long DAY = 86_400;

  private final World world = new World();
  private final Papers paper = Papers.of(ALICE, "licence");

  @BeforeEach
  void alice_has_a_profile() {
    world.profile(ALICE);
  }

  @Test
  void an_issuer_writes_the_credential_and_the_consumers_copy() {
    world.done(ISSUER, paper.use());
    var original = Credentials.find(Documents.id("licence"), world.reader()).orElseThrow();
    assertThat(original.owner()).isEqualTo(ALICE.user());
    assertThat(original.inserter()).isEqualTo(paper.id().toString());
    assertThat(world.ask(CONSUMER, new GetCredentialShared(Documents.id("licence copy"))))
        .isInstanceOf(Answer.Found.class);
    var grant = AccessGrants.on(Documents.id("licence copy"), world.reader()).getFirst();
    assertThat(grant.origin().type()).isEqualTo("delegated_write_grant");
    assertThat(grant.origin().id()).isEqualTo(paper.id().toString());
  }

  @Test
  void w04_a_paper_is_taken_from_whom_it_names() {
    world.refused(Refusal.PAPER_CALLER_NOT_NAMED, STRANGER, paper.use());
    world.refused(Refusal.PAPER_CALLER_NOT_NAMED, RIVAL, paper.use());
    world.done(ALICE, Papers.of(ALICE, "by owner").use());
    world.done(CONSUMER, Papers.of(ALICE, "by grantee").use());
    world.done(ISSUER_EVM, Papers.of(ALICE, "by delegate").use());
  }

  @Test
  void w06_a_paper_is_used_once_even_when_what_it_wrote_is_gone() {
    world.done(ISSUER, paper.use());
    world.done(ALICE, new RemoveCredential(Documents.id("licence")));
    world.refused(Refusal.DWG_CONSUMED, ISSUER, paper.use());
    world.refused(Refusal.DWG_CONSUMED, ISSUER, paper.use("another"));
  }

  @Test
  void w06_another_owners_paper_of_the_same_id_is_another_paper() {
    world.profile(BOB);
    world.done(ISSUER, Papers.of(BOB, "licence").use("bob's"));
    world.done(ISSUER, paper.use());
  }

  @Test
  void a_paper_of_another_network_is_worthless() {
    world.refused(Refusal.DWG_SIGNATURE_INVALID, ISSUER, paper.on("another network").use());
  }

  @Test
  void a_paper_is_taken_until_its_last_second_and_65_seconds_early() {
    long now = world.now().timeSeconds();
    world.refused(
        Refusal.DWG_OUTSIDE_WINDOW, ISSUER, paper.usable(now + 1 + 66, now + 1_000).use());
    world.done(ISSUER, Papers.of(ALICE, "early").usable(now + 2 + 65, now + 1_000).use());
    world.refused(Refusal.DWG_OUTSIDE_WINDOW, ISSUER, paper.usable(now - 10, now + 2).use());
    world.done(ISSUER, Papers.of(ALICE, "late").usable(now - 10, now + 4).use());
  }

  @Test
  void a_paper_is_usable_for_thirty_days_at_most() {
    long from = World.START;
    world.refused(
        Refusal.DWG_WINDOW_TOO_LONG, ISSUER, paper.usable(from, from + 30 * DAY + 1).use());
    world.done(ISSUER, paper.usable(from, from + 30 * DAY).use());
  }

  @Test
  void times_in_the_wrong_order_are_refused() {
    world.refused(Refusal.DWG_TIMES_REVERSED, ISSUER, paper.usable(World.START, World.START).use());
  }

  @Test
  void w13_the_issuer_need_not_be_a_delegate() {
    var own =
        new Papers(
            ALICE,
            "free",
            CONSUMER.identifier(),
            Documents.signed("free issuer", "x", "").key(),
            0,
            World.START,
            World.START + 3_600,
            World.CHAIN);
    world.done(
        CONSUMER,
        own.use(
            "free",
            Documents.signed("free issuer", "free", "{}"),
            Documents.signed("free issuer", "free copy", "")));
  }

  @Test
  void another_issuers_credential_is_refused() {
    world.refused(
        Refusal.DWG_ISSUER_MISMATCH,
        ISSUER,
        paper.use(
            "licence",
            Documents.signed("rival", "licence", "{}"),
            Documents.signed("rival", "licence copy", "")));
  }

  @Test
  void each_of_the_two_credentials_is_signed() {
    var original = Documents.issued("licence");
    var copy = Documents.signed("issuer", "licence copy", "");
    world.refused(
        Refusal.DWG_ORIGINAL_SIGNATURE_WRONG,
        ISSUER,
        paper.use("licence", original.withContent("AAAA"), copy));
    world.refused(
        Refusal.DWG_COPY_SIGNATURE_WRONG,
        ISSUER,
        paper.use("licence", original, copy.withContent("AAAA")));
    assertThat(world.rows().contentCount()).isZero();
  }

  @Test
  void w28_milliseconds_are_no_lock() {
    long tooFar = world.now().timeSeconds() + 101L * 365 * DAY;
    world.refused(Refusal.LOCK_OUT_OF_RANGE, ISSUER, paper.lockedUntil(tooFar).use());
    world.done(ISSUER, paper.use());
  }

  @Test
  void an_owner_without_profile_is_not_found() {
    world.refused(Refusal.DWG_OWNER_NOT_FOUND, ISSUER, Papers.of(STRANGER, "nobody's").use());
  }
}
