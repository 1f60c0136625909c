package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import org.junit.jupiter.api.Test;

/// What an issuer may put its name to.
class CredentialDraftTest {

  @Test
  void the_level_is_what_the_subject_supports() {
    assertThat(CredentialDraft.kyc("a:1", People.alice().build()).level())
        .isEqualTo("basic+liveness+email");
    assertThat(CredentialDraft.kyc("a:1", People.aliceWithAddress().build()).level())
        .isEqualTo("plus+liveness+email");
  }

  @Test
  void a_level_may_claim_less_but_not_more() {
    CredentialDraft draft = CredentialDraft.kyc("a:1", People.alice().build());
    assertThat(draft.withLevel("basic").level()).isEqualTo("basic");
    assertThat(draft.withLevel("basic+email+idos").level()).isEqualTo("basic+email+idos");
    assertThat(draft.withLevel("tier 3").level()).isEqualTo("tier 3");
    assertThatThrownBy(() -> draft.withLevel("plus"))
        .hasMessage("the level claims no more than the subject holds");
    assertThatThrownBy(() -> draft.withLevel("basic+phoneNumber"))
        .hasMessage("the level claims no more than the subject holds");
  }

  @Test
  void the_id_is_an_absolute_uri() {
    assertThatThrownBy(() -> CredentialDraft.kyc("42", People.alice().build()))
        .hasMessage("a credential id is an absolute URI");
  }

  @Test
  void what_was_put_in_is_read_again() {
    SignedCredential read = SignedCredential.parse(People.kyc().toBytes()).orElseThrow();
    assertThat(read.id()).contains("https://acme.example/credentials/1");
    assertThat(read.issuer()).contains("https://acme.example/issuers/1");
    assertThat(read.subject()).containsEntry("firstName", "Alice").doesNotContainKey("@context");
    assertThat(read.file("selfieFile")).contains(Bytes.of(4, 5, 6));
    assertThat(read.file("firstName")).isEmpty();
    assertThat(read.holders()).containsExactly(People.ALICE.uri());
    assertThat(read.date("expirationDate")).contains("2030-01-01T00:00:00.000Z");
    assertThat(read.level().orElseThrow().text()).isEqualTo("plus+liveness+email");
  }

  @Test
  void nothing_personal_is_printed() {
    assertThat(People.kyc().toString()).isEqualTo("SignedCredential[2 proofs]");
    assertThat(People.kycDraft().toString()).doesNotContain("Alice");
  }
}
