package dev.idos.ledger.writegrants;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.CONSUMER_EVM;
import static dev.idos.ledger.People.ISSUER_EVM;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateAgByDagForCopyTest {

  private static final String GRANTEE = CONSUMER_EVM.identifier();

  private final World world = new World();
  private final CreateAgByDagForCopy paper =
      Papers.access(ALICE, GRANTEE, Documents.id("licence copy"), 0);

  @BeforeEach
  void alice_has_a_licence_that_the_consumer_reads() {
    world.profile(ALICE);
    world.done(CONSUMER, Papers.of(ALICE, "licence").use());
  }

  @Test
  void a_grantee_gets_access_with_a_paper_of_the_owner() {
    world.done(CONSUMER_EVM, paper);
    assertThat(world.ask(CONSUMER_EVM, new GetCredentialShared(Documents.id("licence copy"))))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void w04_a_paper_is_taken_from_whom_it_names() {
    world.refused(Refusal.PAPER_CALLER_NOT_NAMED, STRANGER, paper);
    world.refused(Refusal.PAPER_CALLER_NOT_NAMED, CONSUMER, paper);
    world.done(ISSUER_EVM, paper);
  }

  @Test
  void w05_a_revoked_grant_does_not_come_back_by_its_paper() {
    world.done(CONSUMER_EVM, paper);
    world.done(ALICE, Documents.revoke("licence copy", GRANTEE, 0));
    world.refused(Refusal.ACCESS_GRANT_EXISTS, CONSUMER_EVM, paper);
  }

  @Test
  void w05_nor_by_a_paper_that_was_never_used() {
    world.done(CONSUMER_EVM, paper);
    var unused = Papers.access(ALICE, CONSUMER.identifier(), Documents.id("licence copy"), 0);
    world.done(ALICE, Documents.revoke("licence copy", CONSUMER.identifier(), 0));
    world.refused(Refusal.ACCESS_GRANT_EXISTS, CONSUMER, unused);
  }

  @Test
  void w08_an_original_is_granted_to_nobody() {
    world.refused(
        Refusal.DAG_DATA_NOT_OWNED,
        CONSUMER_EVM,
        Papers.access(ALICE, GRANTEE, Documents.id("licence"), 0));
  }

  @Test
  void only_the_owners_wallet_signs_for_a_copy() {
    world.profile(BOB);
    world.refused(
        Refusal.DAG_DATA_NOT_OWNED,
        CONSUMER_EVM,
        Papers.access(BOB, GRANTEE, Documents.id("licence copy"), 0));
    world.refused(
        Refusal.DAG_OWNER_NOT_FOUND,
        CONSUMER_EVM,
        Papers.access(STRANGER, GRANTEE, Documents.id("licence copy"), 0));
    world.refused(
        Refusal.DAG_SIGNATURE_INVALID,
        CONSUMER_EVM,
        new CreateAgByDagForCopy(
            ALICE.identifier(),
            GRANTEE,
            Documents.id("licence copy"),
            1,
            "hash",
            paper.dagSignature()));
  }

  @Test
  void a_line_break_in_a_field_cannot_forge_a_line() {
    world.refused(
        Refusal.PAPER_FIELD_INVALID,
        CONSUMER_EVM,
        new CreateAgByDagForCopy(
            ALICE.identifier(),
            GRANTEE,
            Documents.id("licence copy"),
            0,
            "hash\nnetwork: another",
            paper.dagSignature()));
  }
}
