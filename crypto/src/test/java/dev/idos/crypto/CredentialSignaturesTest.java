package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.CredentialSignatures.Outcome;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The vectors of `messages.md` §4; what is signed is bytes, never base64.
class CredentialSignaturesTest {

  private static final SecretBytes INSECURE_TEST_SEED = SecretBytes.copyOf(filled(0x22));
  private static final String KEY =
      "a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0";
  private static final String NOTES =
      "{\"id\":\"7d0c7d0e-58b0-4a2f-9d0e-3b0f0f0a0b0c\",\"type\":\"human\",\"level\":\"plus+liveness\","
          + "\"status\":\"approved\",\"issuer\":\"MyIssuer\"}";
  private static final String NOTES_SIGNATURE =
      "ev2A4O6DSOyamjHRu1csUHmiQVUbyJY7tvxu3yJ7B8yvAzFyksgdFX7Zjtftx0F8YvTj8g3CvrXQDcq8WqxcAw==";
  private static final String EMPTY_NOTES_SIGNATURE =
      "QizQBf4DWWhFBH5SCUeJDwE21TEIPZp+6N7UcTBWI8mfxiBzQiZrZBpya1F+Hd+wKWUzwqlE+ClESFrOE24QDw==";
  private static final Bytes CONTENT =
      Bytes.ofBase64(
          "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXtkITyik0Z4qTVF5JuINVbtS8+/eBr1mvV4jxH3J+Ckv0");
  private static final String BROADER_SIGNATURE =
      "CGY3xng0nvm7Mh25MgtsY9hcv5cQl3VAC+/Ac9znEgGwMCExHLUsPsdsMBGKPpUdOXUhiWn5aryU05ijaOyADQ==";
  private static final String EMPTY_NOTES_BROADER_SIGNATURE =
      "rk2YRqmpRhotzdfwIV6+oVu7yM2n9cQrN38wms2i3QQJbj82AUES6IkItRIF4Aps8WO3W452BDz52QPwagldAg==";

  @Test
  void both_signatures_are_the_published_ones() {
    assertThat(CredentialSignatures.sign(INSECURE_TEST_SEED, NOTES, CONTENT))
        .isEqualTo(new CredentialSignatures(KEY, NOTES_SIGNATURE, BROADER_SIGNATURE));
  }

  @Test
  void a_copy_signs_empty_notes_and_gets_the_published_constants() {
    assertThat(CredentialSignatures.sign(INSECURE_TEST_SEED, "", CONTENT))
        .isEqualTo(
            new CredentialSignatures(KEY, EMPTY_NOTES_SIGNATURE, EMPTY_NOTES_BROADER_SIGNATURE));
  }

  @Test
  void what_was_signed_is_valid() {
    assertThat(check(signed(), NOTES, CONTENT.base64())).isEqualTo(Outcome.VALID);
  }

  @Test
  void other_notes_are_not_the_issuers() {
    assertThat(check(signed(), NOTES.replace("approved", "revoked"), CONTENT.base64()))
        .isEqualTo(Outcome.NOTES_SIGNATURE_WRONG);
  }

  @Test
  void notes_cannot_be_paired_with_another_content() {
    assertThat(check(signed(), NOTES, Bytes.of(1, 2, 3).base64()))
        .isEqualTo(Outcome.BROADER_SIGNATURE_WRONG);
  }

  @Test
  void a_content_cannot_be_paired_with_other_notes_of_the_same_issuer() {
    CredentialSignatures other = CredentialSignatures.sign(INSECURE_TEST_SEED, "", CONTENT);
    var crossed =
        new CredentialSignatures(
            KEY, other.notesSignatureBase64(), signed().broaderSignatureBase64());
    assertThat(check(crossed, "", CONTENT.base64())).isEqualTo(Outcome.BROADER_SIGNATURE_WRONG);
  }

  @Test
  void a_malformed_key_is_told_apart_from_a_wrong_signature() {
    var malformed =
        new CredentialSignatures(
            "z" + KEY.substring(1), NOTES_SIGNATURE, signed().broaderSignatureBase64());
    assertThat(check(malformed, NOTES, CONTENT.base64())).isEqualTo(Outcome.ISSUER_KEY_MALFORMED);
    var foreign =
        new CredentialSignatures(
            Ed25519.publicKey(SecretBytes.copyOf(filled(0x23))).hex(),
            NOTES_SIGNATURE,
            signed().broaderSignatureBase64());
    assertThat(check(foreign, NOTES, CONTENT.base64())).isEqualTo(Outcome.NOTES_SIGNATURE_WRONG);
  }

  @Test
  void content_that_is_not_base64_is_malformed() {
    assertThat(check(signed(), NOTES, "*")).isEqualTo(Outcome.CONTENT_MALFORMED);
  }

  @Test
  void an_unpaired_surrogate_in_the_notes_is_not_signed_as_a_question_mark() {
    CredentialSignatures mark = CredentialSignatures.sign(INSECURE_TEST_SEED, "?", CONTENT);
    assertThat(check(mark, "?", CONTENT.base64())).isEqualTo(Outcome.VALID);
    assertThat(check(mark, "\ud800", CONTENT.base64())).isEqualTo(Outcome.NOTES_SIGNATURE_WRONG);
  }

  private static CredentialSignatures signed() {
    return CredentialSignatures.sign(INSECURE_TEST_SEED, NOTES, CONTENT);
  }

  private static Outcome check(CredentialSignatures signatures, String notes, String content) {
    return CredentialSignatures.check(
        signatures.issuerKeyHex(),
        notes,
        signatures.notesSignatureBase64(),
        content,
        signatures.broaderSignatureBase64());
  }

  private static byte[] filled(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }
}
