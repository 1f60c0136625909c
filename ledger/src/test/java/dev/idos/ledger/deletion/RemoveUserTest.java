package dev.idos.ledger.deletion;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.CONSUMER_EVM;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.Users;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.action.UserAction.RemoveUser;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import dev.idos.protocol.query.CredentialQuery.GetCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveUserTest {

  private final World world = new World();
  private final GetCredentialShared read = new GetCredentialShared(Documents.id("copy"));
  private long lock;

  @BeforeEach
  void alice_shares_a_diploma() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
    world.done(ALICE, Documents.add("private"));
    lock = world.now().timeSeconds() + 100;
  }

  @Test
  void w23_without_locks_everything_goes_at_once() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.done(ALICE, new RemoveUser());
    assertThat(Users.find(ALICE.user(), world.reader())).isEmpty();
    assertThat(Credentials.of(ALICE.user(), world.reader())).isEmpty();
    assertThat(world.rows().contentCount()).isZero();
    assertThat(world.erasedSenders()).contains(ALICE.wallet().sender());
    world.refused(Refusal.PROFILE_NOT_FOUND, ALICE, new RemoveUser());
  }

  @Test
  void w23_each_credential_is_counted_off_once_whatever_the_order_of_ids() {
    for (int i = 0; i < 8; i++) {
      world.done(ALICE, Documents.share("copy " + i, "diploma", CONSUMER.identifier(), 0));
    }
    world.done(ALICE, new RemoveUser());
    assertThat(world.rows().contentCount()).isZero();
    assertThat(Usage.of(ALICE.user(), world.reader()).rows()).isZero();
  }

  @Test
  void w23_what_is_locked_stays_and_nothing_else() {
    close();
    assertThat(Credentials.find(Documents.id("private"), world.reader())).isEmpty();
    assertThat(Credentials.find(Documents.id("unlocked"), world.reader())).isEmpty();
    assertThat(world.reader().content(Documents.id("diploma").value())).contains("");
    assertThat(world.found(CONSUMER, read).values()).hasSize(1);
    assertThat(world.found(ALICE, new GetCredentials()).values()).isEmpty();
    assertThat(world.erasedSenders()).contains(ALICE.wallet().sender());
  }

  @Test
  void a_closing_profile_takes_nothing_new() {
    close();
    world.refused(Refusal.PROFILE_CLOSING, ALICE, Documents.add("new"));
    world.refused(Refusal.PROFILE_CLOSING, ALICE, new RemoveUser());
    world.refused(Refusal.PROFILE_CLOSING, ISSUER, Papers.of(ALICE, "paper").use());
    world.refused(
        Refusal.PROFILE_CLOSING,
        ISSUER,
        Documents.upsert("inserted", ALICE, Documents.issued("inserted")));
    world.refused(
        Refusal.PROFILE_CLOSING,
        ALICE,
        Documents.share("more", "diploma", CONSUMER.identifier(), 0));
    world.refused(
        Refusal.PROFILE_CLOSING,
        CONSUMER_EVM,
        Papers.access(ALICE, CONSUMER_EVM.identifier(), Documents.id("copy"), 0));
  }

  @Test
  void an_issuer_still_marks_a_credential_of_a_closing_profile_revoked() {
    close();
    String revoked = "{\"id\":\"diploma\",\"status\":\"revoked\"}";
    world.done(ISSUER, new EditPublicNotesAsIssuer("diploma", revoked));
    assertThat(world.found(CONSUMER, read).values().getFirst().get(2)).isEqualTo(revoked);
  }

  @Test
  void the_first_block_after_the_last_lock_erases_the_rest() {
    close();
    assertThat(world.ledger().nextDue(world.reader())).contains(lock + 1);
    world.later(lock - 1 - world.now().timeSeconds()).block();
    assertThat(world.found(CONSUMER, read).values()).hasSize(1);
    world.block();
    assertThat(world.ask(CONSUMER, read)).isInstanceOf(Answer.Denied.class);
    assertThat(Users.find(ALICE.user(), world.reader())).isEmpty();
    assertThat(world.rows().contentCount()).isZero();
    assertThat(world.ledger().nextDue(world.reader())).isEmpty();
  }

  @Test
  void a_lock_that_has_passed_opens_nothing_before_the_ledger_comes_to_erase() {
    close();
    world.later(lock + 1 - world.now().timeSeconds());
    assertThat(world.ask(CONSUMER, read)).isInstanceOf(Answer.Denied.class);
  }

  @Test
  void a_grantee_that_gives_up_early_lets_the_profile_end() {
    close();
    world.done(CONSUMER, new RescindSharedCredential(Documents.id("copy")));
    assertThat(Users.find(ALICE.user(), world.reader())).isEmpty();
    assertThat(world.ledger().nextDue(world.reader())).isEmpty();
  }

  @Test
  void a_block_erases_a_hundred_in_the_order_of_their_locks() {
    for (int i = 0; i < Closing.MOST_A_BLOCK + 1; i++) {
      world.done(
          ALICE, Documents.share("copy " + i, "diploma", CONSUMER.identifier(), lock + 1_000 - i));
    }
    world.done(ALICE, new RemoveUser());
    world.later(2_000).block();
    assertThat(Credentials.of(ALICE.user(), world.reader()))
        .extracting(kept -> kept.id())
        .containsExactlyInAnyOrder(Documents.id("diploma"), Documents.id("copy 0"));
    world.block();
    assertThat(Users.find(ALICE.user(), world.reader())).isEmpty();
  }

  @Test
  void who_has_no_profile_removes_none() {
    world.refused(Refusal.PROFILE_NOT_FOUND, STRANGER, new RemoveUser());
  }

  private void close() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), lock));
    world.done(ALICE, Documents.share("unlocked", "diploma", CONSUMER.identifier(), 0));
    world.done(ALICE, new RemoveUser());
  }
}
