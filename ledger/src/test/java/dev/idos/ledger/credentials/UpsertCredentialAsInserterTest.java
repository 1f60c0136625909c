package dev.idos.ledger.credentials;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.ISSUER_EVM;
import static dev.idos.ledger.People.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpsertCredentialAsInserterTest {

  private final World world = new World();

  @BeforeEach
  void alice_has_a_diploma_from_the_issuer() {
    world.profile(ALICE);
    world.done(ISSUER, Documents.upsert("diploma", ALICE, Documents.issued("diploma")));
  }

  @Test
  void the_same_upsert_again_is_a_success_without_effect() {
    var root = world.root();
    var again = Documents.upsert("diploma", ALICE, Documents.issued("diploma"));
    assertThat(world.done(ISSUER_EVM, again).log()).contains("nothing was changed");
    assertThat(world.root()).isNotEqualTo(root); // the nonce was used
    assertThat(diploma().inserter()).isEqualTo("issuer");
  }

  @Test
  void an_inserter_replaces_what_it_inserted() {
    world.done(ISSUER_EVM, Documents.upsert("diploma", ALICE, Documents.issued("newer")));
    assertThat(diploma().notes().verifiableCredentialId()).isEqualTo("newer");
  }

  @Test
  void w01_an_inserter_overwrites_nothing_of_another_inserter() {
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED,
        RIVAL,
        Documents.upsert("diploma", ALICE, Documents.issued("newer")));
  }

  @Test
  void w01_an_inserter_overwrites_nothing_that_the_owner_put_there() {
    world.done(ALICE, Documents.add("own"));
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED,
        ISSUER,
        Documents.upsert("own", ALICE, Documents.issued("newer")));
  }

  @Test
  void w01_an_upsert_never_moves_a_credential_to_another_profile() {
    world.profile(BOB);
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED,
        ISSUER,
        Documents.upsert("diploma", BOB, Documents.issued("newer")));
  }

  @Test
  void w01_an_upsert_never_touches_what_was_shared() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.refused(
        Refusal.CREDENTIAL_SHARED,
        ISSUER,
        Documents.upsert("diploma", ALICE, Documents.issued("newer")));
  }

  @Test
  void who_is_no_delegate_learns_nothing_about_signatures() {
    var forged = Documents.issued("newer").withContent("AAAA");
    world.refused(Refusal.INSERTER_UNAUTHORIZED, BOB, Documents.upsert("diploma", ALICE, forged));
  }

  private Credential diploma() {
    return Credentials.find(Documents.id("diploma"), world.reader()).orElseThrow();
  }
}
