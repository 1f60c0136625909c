package dev.idos.ledger.credentials;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.CONSUMER_EVM;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.World;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.GetCredentialProof;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsSharedByUser;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsSharedByUserPage;
import dev.idos.protocol.query.CredentialQuery.GetSiblingCredentialId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareCredentialTest {

  private final World world = new World();

  @BeforeEach
  void alice_has_a_diploma() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
  }

  @Test
  void a_grantee_reads_the_copy_with_the_notes_of_the_original() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    var row = world.found(CONSUMER, new GetCredentialShared(Documents.id("copy"))).values();
    assertThat(row.getFirst().get(2)).isEqualTo(Documents.issued("diploma").notes());
    assertThat(row.getFirst().get(3)).isEqualTo(Documents.copied("copy").content());
    var list = world.found(CONSUMER, new GetCredentialsSharedByUser(ALICE.user(), null)).values();
    assertThat(list).hasSize(1);
    assertThat(list.getFirst().getLast()).isEqualTo(Documents.id("diploma").value());
  }

  @Test
  void a_grantee_is_found_by_any_spelling_of_its_key() {
    String loud = CONSUMER.identifier().toUpperCase(Locale.ROOT);
    world.done(ALICE, Documents.share("copy", "diploma", loud, 0));
    assertThat(world.found(CONSUMER, new GetCredentialShared(Documents.id("copy"))).values())
        .hasSize(1);
  }

  @Test
  void w29_a_stranger_and_a_missing_credential_get_the_same_answer() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    var notShared = new Answer.Denied(Refusal.CREDENTIAL_NOT_SHARED.with());
    assertThat(world.ask(STRANGER, new GetCredentialShared(Documents.id("copy"))))
        .isEqualTo(notShared);
    assertThat(world.ask(STRANGER, new GetCredentialShared(Documents.id("none"))))
        .isEqualTo(notShared);
    assertThat(world.ask(STRANGER, new GetCredentialProof(Documents.id("copy"))))
        .isEqualTo(notShared);
  }

  @Test
  void w08_a_copy_is_no_original() {
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    world.refused(
        Refusal.ORIGINAL_NOT_OWNED,
        ALICE,
        Documents.share("copy of copy", "copy", CONSUMER.identifier(), 0));
  }

  @Test
  void only_the_owner_shares() {
    world.profile(BOB);
    var share = Documents.share("copy", "diploma", CONSUMER.identifier(), 0);
    world.refused(Refusal.ORIGINAL_NOT_OWNED, BOB, share);
    world.refused(Refusal.ORIGINAL_NOT_OWNED, STRANGER, share);
  }

  @Test
  void a_copy_has_no_notes() {
    world.refused(
        Refusal.COPY_NOTES_NOT_EMPTY,
        ALICE,
        Documents.share("copy", "diploma", CONSUMER.identifier(), 0, Documents.issued("another")));
  }

  @Test
  void w28_a_lock_is_in_seconds_and_at_most_a_hundred_years_ahead() {
    long last = world.now().timeSeconds() + AccessGrantRules.LONGEST_LOCK_SECONDS;
    world.refused(Refusal.LOCK_OUT_OF_RANGE, ALICE, share("milliseconds", World.START * 1000));
    world.refused(Refusal.LOCK_OUT_OF_RANGE, ALICE, share("negative", -1));
    world.refused(Refusal.LOCK_OUT_OF_RANGE, ALICE, share("too far", last + 4));
    world.done(ALICE, share("as far as can be", last + 4));
    assertThat(world.rows().contentCount()).isEqualTo(2);
  }

  @Test
  void w26_a_copy_signed_with_a_throw_away_key_is_not_verified() {
    world.done(ALICE, share("copy", 0));
    world.done(
        ALICE,
        Documents.share(
            "issuer's copy",
            "diploma",
            CONSUMER.identifier(),
            0,
            Documents.signed("issuer", "issuer's copy", "")));
    assertThat(verified("copy")).isEqualTo("false");
    assertThat(verified("issuer's copy")).isEqualTo("true");
  }

  @Test
  void w24_a_reader_of_a_copy_gets_the_signatures_of_its_original_as_well() {
    world.done(ALICE, share("copy", 0));
    var original = world.found(CONSUMER, new GetCredentialProof(Documents.id("diploma")));
    assertThat(original.values().getFirst())
        .containsExactly(
            Documents.issued("diploma").notesSignature(),
            Documents.issued("diploma").broaderSignature(),
            true,
            null);
    assertThat(world.ask(CONSUMER_EVM, new GetCredentialProof(Documents.id("diploma"))))
        .isInstanceOf(Answer.Denied.class);
  }

  @Test
  void w22_of_several_siblings_the_one_with_the_lowest_id_is_named() {
    world.done(ALICE, share("copy", 0));
    world.done(ALICE, share("second copy", 0));
    String lowest =
        Stream.of("copy", "second copy")
            .map(it -> Documents.id(it).toString())
            .sorted()
            .toList()
            .getFirst();
    assertThat(world.value(CONSUMER, new GetSiblingCredentialId("hash of diploma")))
        .hasToString(lowest);
    assertThat(world.found(CONSUMER, new GetSiblingCredentialId("another")).values()).isEmpty();
  }

  @Test
  void a_list_is_read_in_parts() {
    for (int i = 0; i < 5; i++) {
      world.done(ALICE, share("copy " + i, 0));
    }
    var first =
        world.found(CONSUMER, new GetCredentialsSharedByUserPage(ALICE.user(), null, null, 3L));
    String cursor = String.valueOf(first.values().getLast().getLast());
    var rest =
        world.found(CONSUMER, new GetCredentialsSharedByUserPage(ALICE.user(), null, cursor, 3L));
    assertThat(first.columns().getLast().name()).isEqualTo("cursor");
    assertThat(first.values()).hasSize(3);
    assertThat(rest.values()).hasSize(2);
    assertThat(rest.values()).doesNotContainAnyElementsOf(first.values());
  }

  private Object verified(String copy) {
    var proof = world.found(CONSUMER, new GetCredentialProof(Documents.id(copy)));
    return String.valueOf(proof.values().getFirst().get(2));
  }

  private static ShareCredential share(String copy, long lockedUntil) {
    return Documents.share(copy, "diploma", CONSUMER.identifier(), lockedUntil);
  }
}
