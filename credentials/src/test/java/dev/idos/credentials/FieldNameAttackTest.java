package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.Verification.Refused;
import dev.idos.credentials.Verification.Unproven;
import dev.idos.credentials.proof.Contexts;
import jakarta.json.Json;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The first proof alone does not notice that a value moved to another name (`credentials.md`
/// §10.1). The second does; and where it is missing or was cut off, nobody is told that the fields
/// are proven.
class FieldNameAttackTest {

  private final CredentialVerifier verifier =
      new CredentialVerifier(InstantSource.fixed(People.ISSUED));
  private final Expectation expected = Expectation.ofIssuers(People.ACME.descriptor());

  @Test
  void first_and_family_name_swapped() {
    attack(swapped(People.kyc(), "firstName", "familyName"));
  }

  @Test
  void nationality_and_country_of_residence_swapped() {
    attack(swapped(People.kyc(), "nationality", "residentialAddressCountry"));
  }

  @Test
  void birth_and_expiry_of_the_document_swapped() {
    attack(swapped(People.kyc(), "dateOfBirth", "idDocumentDateOfExpiry"));
  }

  @Test
  void document_number_and_email_swapped() {
    attack(swapped(People.kyc(), "idDocumentNumber", "email"));
  }

  @Test
  void a_middle_name_added_with_a_value_that_is_there() {
    attack(People.subjectChanged(People.kyc(), subject -> subject.add("middleName", "Alice")));
  }

  @Test
  void gender_renamed_to_phone_number() {
    attack(
        People.subjectChanged(
            People.kyc(), subject -> subject.remove("gender").add("phoneNumber", "F")));
  }

  @Test
  void a_face_id_relabelled_as_a_kyc_subject() {
    attack(relabelled(Contexts.KYC_V2));
  }

  @Test
  void a_face_id_relabelled_as_a_kyc_subject_of_version_1() {
    attack(relabelled(Contexts.KYC_V1));
  }

  @Test
  void the_original_without_the_second_proof_is_reported_as_unproven_too() {
    assertThat(verifier.verify(People.stock(People.kyc()), expected))
        .isInstanceOfSatisfying(
            FieldsUnproven.class,
            genuine -> assertThat(genuine.unproven()).contains(Unproven.FIELD_NAMES));
  }

  /// The second proof is the only thing that notices, and without it nothing is claimed.
  private void attack(SignedCredential tampered) {
    assertThat(verifier.verify(tampered, expected))
        .isEqualTo(new Refused(List.of(Reason.FIELD_BINDING_WRONG)));
    assertThat(verifier.verify(People.stock(tampered), expected))
        .isInstanceOfSatisfying(
            FieldsUnproven.class,
            genuine -> assertThat(genuine.unproven()).contains(Unproven.FIELD_NAMES));
  }

  private static SignedCredential swapped(SignedCredential credential, String one, String other) {
    var subject = credential.subject();
    return People.subjectChanged(
        credential,
        json ->
            json.add(one, Json.createValue(subject.get(other)))
                .add(other, Json.createValue(subject.get(one))));
  }

  private static SignedCredential relabelled(String context) {
    return People.subjectChanged(
        People.faceId(),
        subject ->
            subject
                .remove("faceSignUserId")
                .add("@context", context)
                .add("firstName", "face-of-alice"));
  }
}
