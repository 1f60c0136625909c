package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.Verification.Refused;
import dev.idos.credentials.Verification.Unproven;
import dev.idos.credentials.Verification.Verified;
import dev.idos.credentials.proof.Contexts;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.WalletType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What a consumer may conclude, and why it may not.
class CredentialVerifierTest {

  private static final IssuerDescriptor ACME = People.ACME.descriptor();
  private static final Expectation FROM_ACME = Expectation.ofIssuers(ACME);
  private static final PublicNotes NOTES =
      PublicNotes.approved(new UUID(2, 2), "kyc", "plus", "Acme");

  private final SignedCredential kyc = People.kyc();

  @Test
  void a_credential_with_both_proofs_a_holder_and_a_status_proves_everything() {
    Expectation everything = FROM_ACME.heldBy(People.ALICE).withNotes(NOTES);
    assertThat(verify(kyc, everything)).isEqualTo(new Verified(ACME, Set.of()));
  }

  @Test
  void what_was_not_asked_for_is_listed_as_unproven() {
    SignedCredential forever = People.ACME.issue(People.kycDraft().withDates(Dates.NONE));
    assertThat(verify(People.stock(forever), FROM_ACME))
        .isInstanceOfSatisfying(
            FieldsUnproven.class,
            genuine ->
                assertThat(genuine.unproven())
                    .containsExactly(
                        Unproven.FIELD_NAMES, Unproven.HOLDER, Unproven.EXPIRY, Unproven.STATUS));
  }

  @Test
  void a_changed_value_breaks_both_proofs() {
    assertThat(verify(changed(json -> json.add("level", "human")), FROM_ACME))
        .isEqualTo(refused(Reason.SIGNATURE_WRONG, Reason.FIELD_BINDING_WRONG));
  }

  @Test
  void nobody_is_trusted_by_default() {
    assertThat(verify(kyc, Expectation.ofIssuers())).isEqualTo(refused(Reason.ISSUER_NOT_TRUSTED));
  }

  @Test
  void the_same_key_under_another_address_is_another_issuer() {
    IssuerDescriptor elsewhere = IssuerDescriptor.at("https://acme.invalid", ACME.publicKey());
    assertThat(verify(kyc, Expectation.ofIssuers(elsewhere)))
        .isEqualTo(refused(Reason.ISSUER_NOT_TRUSTED));
  }

  @Test
  void the_second_trusted_issuer_is_tried_too() {
    IssuerDescriptor rotated =
        IssuerDescriptor.at("https://acme.example", Ed25519.publicKey(InsecureTestKeys.seed(2)));
    assertThat(verify(kyc, Expectation.ofIssuers(rotated, ACME))).isInstanceOf(Verified.class);
    assertThat(verify(kyc, Expectation.ofIssuers(rotated)))
        .isEqualTo(refused(Reason.SIGNATURE_WRONG, Reason.FIELD_BINDING_WRONG));
  }

  @Test
  void the_issuer_named_must_be_the_one_the_key_belongs_to() {
    var other = new IssuerDescriptor(ACME.keyId(), "https://other.example", ACME.publicKey());
    assertThat(verify(kyc, Expectation.ofIssuers(other)))
        .isEqualTo(refused(Reason.ISSUER_MISMATCH));
  }

  @Test
  void it_expires_when_five_minutes_have_passed() {
    Instant last = People.EXPIRES.plusSeconds(300);
    assertThat(verifyAt(last, kyc)).isInstanceOf(Verified.class);
    assertThat(verifyAt(last.plusMillis(1), kyc)).isEqualTo(refused(Reason.EXPIRED));
  }

  @Test
  void it_is_not_valid_more_than_five_minutes_before_it_was_issued() {
    Instant first = People.ISSUED.minusSeconds(300);
    assertThat(verifyAt(first, kyc)).isInstanceOf(Verified.class);
    assertThat(verifyAt(first.minusMillis(1), kyc)).isEqualTo(refused(Reason.NOT_YET_VALID));
  }

  @Test
  void all_reasons_are_listed() {
    Expectation expected =
        FROM_ACME.heldBy(People.MALLORY).withNotes(NOTES.withStatus(PublicNotes.REVOKED));
    var late = new CredentialVerifier(InstantSource.fixed(People.EXPIRES.plusSeconds(301)));
    assertThat(late.verify(kyc, expected))
        .isEqualTo(refused(Reason.EXPIRED, Reason.HOLDER_MISMATCH, Reason.REVOKED));
  }

  @Test
  void a_copy_in_the_hands_of_somebody_else_is_refused() {
    assertThat(verify(kyc, FROM_ACME.heldBy(People.MALLORY)))
        .isEqualTo(refused(Reason.HOLDER_MISMATCH));
  }

  @Test
  void the_holder_cannot_be_exchanged_even_without_the_second_proof() {
    SignedCredential stolen =
        People.changed(
            People.stock(kyc),
            json -> json.add("holder", Json.createArrayBuilder().add(People.MALLORY.uri())));
    assertThat(verify(stolen, FROM_ACME.heldBy(People.MALLORY)))
        .isEqualTo(refused(Reason.SIGNATURE_WRONG));
  }

  @Test
  void a_credential_without_a_holder_does_not_satisfy_who_expects_one() {
    assertThat(verify(People.faceId(), FROM_ACME.heldBy(People.ALICE)))
        .isEqualTo(refused(Reason.HOLDER_NOT_NAMED));
  }

  @Test
  void every_identifier_the_consumer_expects_must_be_named() {
    var wallet = new HolderId.Wallet(WalletType.EVM, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    SignedCredential both = People.ACME.issue(People.kycDraft().forHolder(People.ALICE, wallet));
    var lower = new HolderId.Wallet(WalletType.EVM, "0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    assertThat(verify(both, FROM_ACME.heldBy(People.ALICE, lower))).isInstanceOf(Verified.class);
    assertThat(verify(both, FROM_ACME.heldBy(lower))).isInstanceOf(Verified.class);
    assertThat(verify(kyc, FROM_ACME.heldBy(People.ALICE, lower)))
        .isEqualTo(refused(Reason.HOLDER_MISMATCH));
  }

  @Test
  void notes_that_do_not_say_approved_refuse_it() {
    assertThat(verify(kyc, FROM_ACME.withNotes(NOTES.withStatus("pending"))))
        .isEqualTo(refused(Reason.NOT_APPROVED));
    assertThat(verify(kyc, FROM_ACME.withNotes(PublicNotes.parse("").orElseThrow())))
        .isEqualTo(refused(Reason.NOT_APPROVED));
  }

  @Test
  void a_member_no_context_defines_is_not_covered_by_the_first_proof() {
    SignedCredential extended =
        People.subjectChanged(People.stock(kyc), subject -> subject.add("title", "Dr"));
    assertThat(verify(extended, FROM_ACME)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void a_context_that_is_not_shipped_is_never_fetched() {
    SignedCredential foreign =
        People.subjectChanged(
            People.stock(kyc), subject -> subject.add("@context", "https://evil.example/c.json"));
    assertThat(verify(foreign, FROM_ACME)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void a_context_written_into_the_document_cannot_rename_members() {
    JsonObject renaming =
        Json.createObjectBuilder().add("title", "http://www.w3.org/2001/XMLSchema#string").build();
    SignedCredential renamed =
        People.subjectChanged(
            People.stock(kyc),
            subject ->
                subject
                    .add("@context", Json.createArrayBuilder().add(Contexts.KYC_V2).add(renaming))
                    .remove("firstName")
                    .add("title", "Alice"));
    assertThat(verify(renamed, FROM_ACME)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void json_ld_keywords_are_refused() {
    SignedCredential keyworded =
        People.changed(People.stock(kyc), json -> json.add("@included", Json.createArrayBuilder()));
    assertThat(verify(keyworded, FROM_ACME)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void a_proof_may_not_bring_a_context_of_its_own() {
    JsonObject proof =
        Json.createObjectBuilder(kyc.proofs().getFirst())
            .add("@context", Contexts.ED25519_2020)
            .build();
    assertThat(verify(changed(json -> json.add("proof", proof)), FROM_ACME))
        .isEqualTo(refused(Reason.SIGNATURE_WRONG));
  }

  @Test
  void contexts_may_not_be_added_after_those_the_second_proof_signed() {
    var contexts = Json.createArrayBuilder(kyc.json().getJsonArray("@context"));
    JsonObject second = kyc.proofs().get(1);
    SignedCredential extended =
        changed(
            json -> json.add("@context", contexts.add(Contexts.FACE_ID_V1)).add("proof", second));
    assertThat(verify(extended, FROM_ACME)).isEqualTo(refused(Reason.FIELD_BINDING_WRONG));
  }

  @Test
  void a_proof_for_another_purpose_says_nothing() {
    JsonObject proof =
        Json.createObjectBuilder(kyc.proofs().getFirst())
            .add("proofPurpose", "authentication")
            .build();
    assertThat(verify(changed(json -> json.add("proof", proof)), FROM_ACME))
        .isEqualTo(refused(Reason.ISSUER_NOT_TRUSTED));
  }

  @Test
  void a_proof_of_an_unknown_kind_is_passed_over() {
    var proofs =
        Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("type", "FutureSignature2040"))
            .addAll(Json.createArrayBuilder(kyc.json().getJsonArray("proof")));
    assertThat(verify(changed(json -> json.add("proof", proofs)), FROM_ACME))
        .isInstanceOf(Verified.class);
  }

  @Test
  void the_second_proof_alone_is_enough() {
    JsonObject second = kyc.proofs().get(1);
    assertThat(verify(changed(json -> json.add("proof", second)), FROM_ACME))
        .isInstanceOf(Verified.class);
  }

  @Test
  void a_credential_without_a_proof_is_nobodys() {
    assertThat(verify(changed(json -> json.remove("proof")), FROM_ACME))
        .isEqualTo(refused(Reason.ISSUER_NOT_TRUSTED));
  }

  @Test
  void what_is_not_a_credential_is_malformed() {
    List<UnaryOperator<JsonObjectBuilder>> breaks =
        List.of(
            json -> json.remove("@context"),
            json -> json.remove("type"),
            json -> json.add("type", "VerifiablePresentation"),
            json -> json.remove("issuer"),
            json -> json.add("issuer", "acme"),
            json -> json.remove("credentialSubject"),
            json -> json.remove("issuanceDate"),
            json -> json.add("issuanceDate", "yesterday"),
            json -> json.add("expirationDate", "never"),
            json -> json.add("expirationDate", 5));
    assertThat(breaks)
        .allSatisfy(
            change ->
                assertThat(verify(changed(change), FROM_ACME))
                    .isEqualTo(refused(Reason.MALFORMED)));
  }

  @Test
  void a_text_that_is_not_unicode_is_not_signed_as_a_question_mark() {
    SignedCredential odd =
        People.subjectChanged(kyc, subject -> subject.add("firstName", "\ud800"));
    assertThat(verify(odd, FROM_ACME)).isEqualTo(refused(Reason.UNREADABLE));
  }

  private Verification verify(SignedCredential credential, Expectation expected) {
    return new CredentialVerifier(InstantSource.fixed(People.ISSUED)).verify(credential, expected);
  }

  private static Verification verifyAt(Instant now, SignedCredential credential) {
    return new CredentialVerifier(InstantSource.fixed(now)).verify(credential, FROM_ACME);
  }

  private SignedCredential changed(UnaryOperator<JsonObjectBuilder> change) {
    return People.changed(kyc, change);
  }

  private static Refused refused(Reason... reasons) {
    return new Refused(List.of(reasons));
  }
}
