package dev.idos.ledger.credentials;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Sha256;
import dev.idos.ledger.Documents;
import dev.idos.ledger.TestLimits;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.query.CredentialQuery.GetCredentialOwned;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddCredentialTest {

  private final World world = new World();

  @Test
  void an_owner_keeps_a_credential_and_reads_it_back() {
    world.profile(ALICE);
    var diploma = Documents.issued("diploma");
    world.done(ALICE, Documents.add("diploma", diploma));
    var row = world.found(ALICE, new GetCredentialOwned(Documents.id("diploma"))).values();
    assertThat(row).hasSize(1);
    assertThat(row.getFirst())
        .containsExactly(
            Documents.id("diploma").value(),
            ALICE.user().value(),
            diploma.notes(),
            diploma.content(),
            "encryptor",
            diploma.key(),
            null);
  }

  @Test
  void the_row_holds_the_hash_of_the_content_and_not_the_content() {
    world.profile(ALICE);
    var diploma = Documents.issued("diploma");
    world.done(ALICE, Documents.add("diploma", diploma));
    var row = Credentials.find(Documents.id("diploma"), world.reader()).orElseThrow();
    assertThat(row.content().sha256()).isEqualTo(Sha256.of(Utf8.encode(diploma.content())));
    assertThat(row.content().length()).isEqualTo(diploma.content().length());
    assertThat(row.notes().verifiableCredentialId()).isEqualTo("diploma");
  }

  @Test
  void a_content_that_the_issuer_did_not_sign_is_refused() {
    world.profile(ALICE);
    var other = Documents.issued("diploma").withContent(Documents.issued("forged").content());
    world.refused(Refusal.CREDENTIAL_SIGNATURE_WRONG, ALICE, Documents.add("diploma", other));
  }

  @Test
  void a_content_that_is_not_base64_is_refused() {
    world.profile(ALICE);
    var broken = Documents.issued("diploma").withContent("not base64!");
    world.refused(Refusal.CREDENTIAL_CONTENT_INVALID, ALICE, Documents.add("diploma", broken));
  }

  @Test
  void a_stranger_without_profile_keeps_nothing() {
    world.refused(Refusal.PROFILE_NOT_FOUND, STRANGER, Documents.add("diploma"));
    assertThat(world.rows().contentCount()).isZero();
  }

  @Test
  void an_id_is_given_once() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
    world.refused(
        Refusal.CREDENTIAL_EXISTS, ALICE, Documents.add("diploma", Documents.issued("another")));
  }

  @Test
  void w25_a_signed_credential_lives_in_one_profile_only() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, Documents.add("diploma"));
    world.refused(
        Refusal.ISSUER_SIGNATURE_REUSED, BOB, Documents.add("stolen", Documents.issued("diploma")));
    world.done(ALICE, Documents.add("again", Documents.issued("diploma")));
  }

  @Test
  void w25_another_spelling_of_the_issuer_key_is_the_same_key() {
    world.profile(ALICE);
    world.profile(BOB);
    var diploma = Documents.issued("diploma");
    var loud =
        new Documents.Signed(
            diploma.key().toUpperCase(Locale.ROOT),
            diploma.content(),
            diploma.notes(),
            diploma.notesSignature(),
            diploma.broaderSignature());
    world.done(ALICE, Documents.add("diploma", loud));
    world.refused(Refusal.ISSUER_SIGNATURE_REUSED, BOB, Documents.add("stolen", diploma));
  }

  @Test
  void a_full_profile_takes_no_more() {
    var small = new World(TestLimits.withRows(3));
    small.profile(ALICE);
    small.done(ALICE, Documents.add("first"));
    small.refused(Refusal.QUOTA_ROWS, ALICE, Documents.add("second"));
    assertThat(small.rows().contentCount()).isEqualTo(1);
  }
}
