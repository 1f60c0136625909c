package dev.idos.credentials.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The rules of KYC data, `credentials.md` §2.
class KycSubjectTest {

  @Test
  void everything_missing_is_told_at_once() {
    assertThat(KycSubject.builder("no uri").problems())
        .containsExactly(
            "credentialSubject.id is a URI, such as uuid:<id>",
            "at least one of firstName and familyName is given",
            "dateOfBirth is required",
            "idDocumentCountry is required",
            "idDocumentNumber is required",
            "idDocumentType is required",
            "idDocumentFrontFile is required",
            "selfieFile is required");
  }

  @Test
  void the_smallest_subject_can_be_built() {
    assertThat(minimal().build().members())
        .containsExactly(
            Map.entry("id", "uuid:1"),
            Map.entry("familyName", "Smith"),
            Map.entry("dateOfBirth", "1990-01-31T00:00:00.000Z"),
            Map.entry("idDocumentCountry", "FR"),
            Map.entry("idDocumentNumber", "X-1"),
            Map.entry("idDocumentType", "PASSPORT"),
            Map.entry("idDocumentFrontFile", "<~!<~>"),
            Map.entry("selfieFile", "<~!<3~>"));
  }

  @Test
  void a_country_must_exist() {
    refuses("nationality", "XX", "nationality is an ISO 3166-1 alpha-2 code in capitals");
    refuses("nationality", "de", "nationality is an ISO 3166-1 alpha-2 code in capitals");
    refuses(
        "idDocumentCountry", "DEU", "idDocumentCountry is an ISO 3166-1 alpha-2 code in capitals");
  }

  @Test
  void single_members_have_their_form() {
    refuses("ssn", "123-45-67", "ssn is 9 characters without dashes");
    refuses("ssn", "12345678", "ssn is 9 characters without dashes");
    refuses("gender", "X", "gender is M, F or OTHER");
    refuses("email", "alice@mail", "email is an e-mail address");
    refuses("email", "a..b@mail.example", "email is an e-mail address");
    refuses(
        "idDocumentType",
        "passport",
        "idDocumentType is a document type of idOS, such as PASSPORT");
    refuses("dateOfBirth", "31.01.1990", "dateOfBirth is an ISO 8601 date");
    refuses("dateOfBirth", "1990-02-31", "dateOfBirth is an ISO 8601 date");
    refuses("firstName", "A\tB", "firstName is a text without control characters");
    refuses("firstName", "\ud800", "firstName is a text without control characters");
  }

  @Test
  void good_members_pass() {
    assertThat(
            minimal()
                .texts(
                    Map.of(
                        "firstName", "Zoë 文字 😀",
                        "ssn", "123456789",
                        "gender", "OTHER",
                        "nationality", "DE",
                        "email", "o'neil+kyc@mail.example.com",
                        "phoneNumber", "+49 30 1"))
                .problems())
        .isEmpty();
  }

  @Test
  void part_of_an_address_asks_for_the_rest() {
    assertThat(minimal().text(KycMember.ADDRESS_REGION, "Bavaria").problems())
        .containsExactly(
            "residentialAddressStreet is required",
            "residentialAddressCity is required",
            "residentialAddressCountry is required",
            "residentialAddressProofCategory is required",
            "residentialAddressProofFile is required");
  }

  @Test
  void a_name_that_is_not_a_member_is_refused() {
    assertThatThrownBy(() -> minimal().texts(Map.of("title", "Dr")))
        .hasMessage("not a KYC member: title");
  }

  @Test
  void an_empty_text_leaves_the_member_out() {
    assertThat(minimal().text(KycMember.EMAIL, "").build().members()).doesNotContainKey("email");
    assertThatThrownBy(() -> minimal().text(KycMember.FAMILY_NAME, "").build())
        .hasMessage("at least one of firstName and familyName is given");
  }

  @Test
  void nothing_personal_is_printed() {
    assertThat(minimal().build().toString()).isEqualTo("KycSubject[7 members]");
  }

  private static void refuses(String member, String text, String problem) {
    assertThat(minimal().texts(Map.of(member, text)).problems()).containsExactly(problem);
  }

  private static KycSubjectBuilder minimal() {
    return KycSubject.builder("uuid:1")
        .text(KycMember.FAMILY_NAME, "Smith")
        .date(KycMember.DATE_OF_BIRTH, LocalDate.of(1990, 1, 31))
        .text(KycMember.ID_DOCUMENT_COUNTRY, "FR")
        .text(KycMember.ID_DOCUMENT_NUMBER, "X-1")
        .text(KycMember.ID_DOCUMENT_TYPE, "PASSPORT")
        .file(KycMember.ID_DOCUMENT_FRONT_FILE, Bytes.of(1))
        .file(KycMember.SELFIE_FILE, Bytes.of(0, 255));
  }
}
