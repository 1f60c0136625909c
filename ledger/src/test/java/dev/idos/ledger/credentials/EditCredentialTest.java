package dev.idos.ledger.credentials;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.RIVAL;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialProof;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `edit_credential` and `edit_public_notes_as_issuer`.
class EditCredentialTest {

  private static final String REVOKED = "{\"id\":\"diploma\",\"status\":\"revoked\"}";

  private final World world = new World();

  @BeforeEach
  void alice_has_a_diploma_from_her_inserter() {
    world.profile(ALICE);
    world.done(ISSUER, Documents.upsert("diploma", ALICE, Documents.issued("diploma")));
  }

  @Test
  void w27_an_owners_edit_clears_the_inserter() {
    assertThat(diploma().inserter()).isEqualTo("issuer");
    world.done(ALICE, Documents.edit("diploma", Documents.signed("alice", "mine", "{}")));
    assertThat(diploma().inserter()).isNull();
    assertThat(diploma().notes().verifiableCredentialId()).isNull();
  }

  @Test
  void a_copy_cannot_be_edited() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.refused(
        Refusal.CREDENTIAL_SHARED,
        ALICE,
        Documents.edit("copy", Documents.signed("alice", "mine", "")));
  }

  @Test
  void w18_editing_what_is_not_yours_changes_nothing_and_says_so() {
    world.profile(BOB);
    var edit = Documents.edit("diploma", Documents.signed("bob", "mine", "{}"));
    assertThat(world.done(BOB, edit).log()).contains("nothing was edited");
    assertThat(world.done(STRANGER, edit).log()).contains("nothing was edited");
    assertThat(diploma().inserter()).isEqualTo("issuer");
  }

  @Test
  void w27_an_issuer_rewrites_the_notes_and_is_named_as_their_editor() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.done(ISSUER, new EditPublicNotesAsIssuer("diploma", REVOKED));
    var shared = world.found(CONSUMER, new GetCredentialShared(Documents.id("copy")));
    assertThat(shared.values().getFirst().get(2)).isEqualTo(REVOKED);
    var proof = world.found(CONSUMER, new GetCredentialProof(Documents.id("copy")));
    assertThat(proof.values().getFirst().get(3)).isEqualTo(ISSUER.identifier());
  }

  @Test
  void w27_the_notes_keep_their_id() {
    world.refused(
        Refusal.NOTES_ID_CHANGED,
        ISSUER,
        new EditPublicNotesAsIssuer("diploma", "{\"id\":\"other\"}"));
    world.refused(Refusal.NOTES_ID_CHANGED, ISSUER, new EditPublicNotesAsIssuer("diploma", ""));
  }

  @Test
  void another_issuer_rewrites_nothing_and_is_told_so() {
    var edit = new EditPublicNotesAsIssuer("diploma", REVOKED);
    assertThat(world.done(RIVAL, edit).log()).contains("nothing was edited");
    assertThat(diploma().notes().editedBy()).isNull();
  }

  @Test
  void notes_written_by_paper_are_rewritten_as_well() {
    world.done(ISSUER, Papers.of(ALICE, "licence").use());
    String revoked = "{\"id\":\"licence\",\"status\":\"revoked\"}";
    world.done(ISSUER, new EditPublicNotesAsIssuer("licence", revoked));
    assertThat(
            Credentials.find(Documents.id("licence"), world.reader()).orElseThrow().notes().text())
        .isEqualTo(revoked);
  }

  private Credential diploma() {
    return Credentials.find(Documents.id("diploma"), world.reader()).orElseThrow();
  }
}
