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
import dev.idos.ledger.Person;
import dev.idos.ledger.TestLimits;
import dev.idos.ledger.World;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialProof;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  @Test
  void a_transaction_rewrites_ten_thousand_notes_over_all_of_its_actions() {
    aliceHasMoreDiplomas(100);
    Receipt within = editManyTimes(99, REVOKED);
    assertThat(within.refusal()).isEmpty();
    assertThat(editManyTimes(100, "{\"id\":\"diploma\"}").refusal())
        .contains(Refusal.NOTES_EDIT_TOO_LARGE);
    assertThat(diploma().notes().text()).isEqualTo(REVOKED);
  }

  @Test
  void a_transaction_writes_sixteen_mebibytes_of_notes() {
    aliceHasMoreDiplomas(100);
    String longest = notesOf(64 * 1024);
    assertThat(editManyTimes(3, longest).refusal()).contains(Refusal.NOTES_EDIT_TOO_LARGE);
    assertThat(editManyTimes(2, longest).refusal()).isEmpty();
  }

  @Test
  void a_full_profile_takes_short_notes_from_its_issuer_and_no_long_ones() {
    var small = new World(TestLimits.withBytes(2_000));
    small.profile(ALICE);
    small.done(ISSUER, Documents.upsert("diploma", ALICE, Documents.issued("diploma")));
    String fits = notesOf(CredentialRows.ALWAYS_FITS);
    small.done(ISSUER, new EditPublicNotesAsIssuer("diploma", fits));
    small.refused(
        Refusal.QUOTA_BYTES,
        ISSUER,
        new EditPublicNotesAsIssuer("diploma", notesOf(CredentialRows.ALWAYS_FITS + 1)));
    small.done(ISSUER, new EditPublicNotesAsIssuer("diploma", REVOKED));
  }

  private void aliceHasMoreDiplomas(int count) {
    String notes = "{\"id\":\"diploma\"}";
    var adding = new ArrayList<Action>();
    for (int i = 0; i < count; i++) {
      String name = "diploma " + i;
      adding.add(Documents.add(name, Documents.signed("issuer", name, notes)));
    }
    assertThat(run(ALICE, adding).refusal()).isEmpty();
  }

  private Receipt editManyTimes(int times, String notes) {
    return run(ISSUER, Collections.nCopies(times, new EditPublicNotesAsIssuer("diploma", notes)));
  }

  private Receipt run(Person caller, List<? extends Action> actions) {
    return world.block(world.transaction(caller, actions.toArray(Action[]::new))).getFirst();
  }

  private static String notesOf(int bytes) {
    String start = "{\"id\":\"diploma\",\"why\":\"";
    return start + "x".repeat(bytes - start.length() - 2) + "\"}";
  }

  private Credential diploma() {
    return Credentials.find(Documents.id("diploma"), world.reader()).orElseThrow();
  }
}
