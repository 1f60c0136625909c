package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Credential signatures of `messages.md` §4: the usual customers of plain Ed25519.
class Ed25519Test {

  private static final SecretBytes SEED = InsecureTestKeys.repeated(0x22);
  private static final Bytes KEY =
      Bytes.ofHex("a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0");
  private static final Bytes NOTES =
      Text.utf8(
          "{\"id\":\"7d0c7d0e-58b0-4a2f-9d0e-3b0f0f0a0b0c\",\"type\":\"human\","
              + "\"level\":\"plus+liveness\",\"status\":\"approved\",\"issuer\":\"MyIssuer\"}");
  private static final Bytes CONTENT =
      Bytes.ofBase64(
          "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXtkITyik0Z4qTVF5JuINVbtS8+/eBr1mvV4jxH3J+Ckv0");

  @Test
  void public_notes_are_signed_as_they_stand_also_when_empty() {
    assertThat(Ed25519.publicKey(SEED)).isEqualTo(KEY);
    assertThat(Ed25519.sign(SEED, NOTES).base64())
        .isEqualTo(
            "ev2A4O6DSOyamjHRu1csUHmiQVUbyJY7tvxu3yJ7B8yvAzFyksgdFX7Zjtftx0F8YvTj8g3CvrXQDcq8WqxcAw==");
    assertThat(Ed25519.sign(SEED, Bytes.EMPTY).base64())
        .isEqualTo(
            "QizQBf4DWWhFBH5SCUeJDwE21TEIPZp+6N7UcTBWI8mfxiBzQiZrZBpya1F+Hd+wKWUzwqlE+ClESFrOE24QDw==");
  }

  @Test
  void the_broader_signature_covers_two_parts_without_a_seam() {
    Bytes notesSignature = Ed25519.sign(SEED, NOTES);
    Bytes broader =
        Bytes.ofBase64(
            "CGY3xng0nvm7Mh25MgtsY9hcv5cQl3VAC+/Ac9znEgGwMCExHLUsPsdsMBGKPpUdOXUhiWn5aryU05ijaOyADQ==");
    assertThat(Ed25519.verify(KEY, broader, notesSignature, CONTENT)).isTrue();
    assertThat(Ed25519.verify(KEY, broader, notesSignature, CONTENT, Bytes.EMPTY)).isTrue();
    assertThat(Ed25519.verify(KEY, broader, CONTENT, notesSignature)).isFalse();
    Bytes forCopy =
        Bytes.ofBase64(
            "rk2YRqmpRhotzdfwIV6+oVu7yM2n9cQrN38wms2i3QQJbj82AUES6IkItRIF4Aps8WO3W452BDz52QPwagldAg==");
    assertThat(Ed25519.verify(KEY, forCopy, Ed25519.sign(SEED, Bytes.EMPTY), CONTENT)).isTrue();
  }

  @Test
  void every_changed_bit_is_noticed() {
    Bytes signature = Ed25519.sign(SEED, NOTES);
    for (int bit = 0; bit < 8 * 64; bit++) {
      assertThat(Ed25519.verify(KEY, NOTES, flipped(signature, bit))).as("bit %d", bit).isFalse();
    }
    for (int bit = 0; bit < 8 * 32; bit++) {
      assertThat(Ed25519.verify(flipped(KEY, bit), NOTES, signature)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void the_jdk_accepts_what_this_room_signs() throws Exception {
    var random = new Random(7);
    for (int i = 0; i < 20; i++) {
      SecretBytes seed = Ed25519.generate(InsecureTestKeys.predictable(i));
      var message = new byte[random.nextInt(300)];
      random.nextBytes(message);
      Bytes signature = Ed25519.sign(seed, Bytes.copyOf(message));
      assertThat(Ed25519.verify(Ed25519.publicKey(seed), Bytes.copyOf(message), signature))
          .isTrue();
      var jdk = java.security.Signature.getInstance("Ed25519");
      jdk.initVerify(JdkKeys.ed25519(Ed25519.publicKey(seed)));
      jdk.update(message);
      assertThat(jdk.verify(signature.toArray())).isTrue();
    }
  }

  @Test
  void a_seed_has_32_bytes() {
    assertThatThrownBy(() -> Ed25519.publicKey(InsecureTestKeys.ofHex("00")))
        .hasMessage("expected a seed of 32 bytes, got 1");
  }

  private static Bytes flipped(Bytes value, int bit) {
    byte[] changed = value.toArray();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return Bytes.copyOf(changed);
  }
}
