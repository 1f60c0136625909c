package dev.idos.ledger.deletion;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.World;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.query.AccessGrantQuery.HasLockedAccessGrants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveCredentialTest {

  private final World world = new World();
  private final RemoveCredential remove = new RemoveCredential(Documents.id("diploma"));

  @BeforeEach
  void alice_has_a_diploma() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
  }

  @Test
  void w16_the_copies_and_their_grants_go_with_the_original() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.done(ALICE, remove);
    assertThat(Credentials.of(ALICE.user(), world.reader())).isEmpty();
    assertThat(AccessGrants.of(ALICE.user(), world.reader())).isEmpty();
    assertThat(world.rows().contentCount()).isZero();
  }

  @Test
  void w16_an_original_stays_while_a_copy_is_locked() {
    long lock = world.now().timeSeconds() + 10;
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), lock));
    world.later(lock - 1 - world.now().timeSeconds());
    world.refused(Refusal.CREDENTIAL_LOCKED, ALICE, remove);
    assertThat(world.value(ALICE, new HasLockedAccessGrants(Documents.id("diploma"))))
        .isEqualTo(true);
    world.done(ALICE, remove);
  }

  @Test
  void others_remove_nothing() {
    world.profile(BOB);
    world.refused(Refusal.CREDENTIAL_NOT_OWNED, BOB, remove);
    world.refused(Refusal.CREDENTIAL_NOT_OWNED, STRANGER, remove);
    assertThat(world.value(BOB, new HasLockedAccessGrants(Documents.id("diploma"))))
        .isEqualTo(false);
  }
}
