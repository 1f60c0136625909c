package dev.idos.ledger.accessgrants;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.CONSUMER_EVM;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.query.AccessGrantQuery.HasLockedAccessGrants;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `revoke_access_grant` and `rescind_shared_credential`.
class RevokeAccessGrantTest {

  private static final String GRANTEE = CONSUMER.identifier();

  private final World world = new World();

  @BeforeEach
  void alice_has_a_diploma() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
  }

  @Test
  void the_owner_takes_a_grant_back_and_the_copy_goes_with_the_last_one() {
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, 0));
    world.done(ALICE, Documents.revoke("copy", GRANTEE, 0));
    assertThat(world.ask(CONSUMER, new GetCredentialShared(Documents.id("copy"))))
        .isInstanceOf(Answer.Denied.class);
    assertThat(world.rows().contentCount()).isEqualTo(1);
  }

  @Test
  void w17_a_copy_stays_as_long_as_another_grant_opens_it() {
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, 0));
    String other = CONSUMER_EVM.identifier();
    world.done(ALICE, Papers.access(ALICE, other, Documents.id("copy"), 0));
    world.done(ALICE, Documents.revoke("copy", GRANTEE, 0));
    assertThat(Credentials.find(Documents.id("copy"), world.reader())).isPresent();
    world.done(ALICE, Documents.revoke("copy", other, 0));
    assertThat(Credentials.find(Documents.id("copy"), world.reader())).isEmpty();
  }

  @Test
  void a_grant_is_still_locked_in_the_last_second_of_its_lock() {
    long lock = world.now().timeSeconds() + 10;
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, lock));
    world.later(lock - 1 - world.now().timeSeconds());
    world.refused(Refusal.ACCESS_GRANT_LOCKED, ALICE, Documents.revoke("copy", GRANTEE, lock));
    assertThat(world.value(ALICE, new HasLockedAccessGrants(Documents.id("copy")))).isEqualTo(true);
    world.done(ALICE, Documents.revoke("copy", GRANTEE, lock));
  }

  @Test
  void a_stranger_does_not_learn_that_a_grant_exists() {
    world.profile(BOB);
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, 0));
    world.refused(Refusal.ACCESS_GRANT_NOT_FOUND, BOB, Documents.revoke("copy", GRANTEE, 0));
    world.refused(Refusal.ACCESS_GRANT_NOT_FOUND, STRANGER, Documents.revoke("copy", GRANTEE, 0));
    world.refused(Refusal.ACCESS_GRANT_NOT_FOUND, BOB, Documents.revoke("none", GRANTEE, 0));
  }

  @Test
  void w15_another_spelling_of_the_grantee_is_the_same_grant() {
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, 0));
    String loud = GRANTEE.toUpperCase(Locale.ROOT);
    world.refused(
        Refusal.ACCESS_GRANT_EXISTS, ALICE, Papers.access(ALICE, loud, Documents.id("copy"), 0));
    world.done(ALICE, Documents.revoke("copy", GRANTEE, 0));
    assertThat(AccessGrants.of(ALICE.user(), world.reader())).isEmpty();
  }

  @Test
  void w09_a_grantee_gives_up_its_own_grants_and_nobody_elses() {
    long lock = world.now().timeSeconds() + 1_000;
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, lock));
    String other = CONSUMER_EVM.identifier();
    world.done(ALICE, Papers.access(ALICE, other, Documents.id("copy"), lock));
    world.done(CONSUMER, new RescindSharedCredential(Documents.id("copy")));
    assertThat(world.ask(CONSUMER, new GetCredentialShared(Documents.id("copy"))))
        .isInstanceOf(Answer.Denied.class);
    assertThat(world.ask(CONSUMER_EVM, new GetCredentialShared(Documents.id("copy"))))
        .isInstanceOf(Answer.Found.class);
    world.done(CONSUMER_EVM, new RescindSharedCredential(Documents.id("copy")));
    assertThat(Credentials.find(Documents.id("copy"), world.reader())).isEmpty();
  }

  @Test
  void who_has_no_grant_rescinds_nothing() {
    world.done(ALICE, Documents.share("copy", "diploma", GRANTEE, 0));
    var rescind = new RescindSharedCredential(Documents.id("copy"));
    world.refused(Refusal.CREDENTIAL_SHARED_TO_CALLER_NOT_FOUND, CONSUMER_EVM, rescind);
    world.refused(Refusal.CREDENTIAL_SHARED_TO_CALLER_NOT_FOUND, ALICE, rescind);
  }
}
