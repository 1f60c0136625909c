package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The envelope of `messages.md` §6 and the NaCl constructions inside it.
class EnvelopeTest {

  private static final Bytes PLAINTEXT = Text.utf8("{\"hello\":\"world\"}");
  private static final Bytes NONCE =
      Bytes.ofHex("000102030405060708090a0b0c0d0e0f1011121314151617");
  private static final String BOX =
      "b64213ca2934678a93545e49b883556ed4bcfbf781af59af5788f11f727e0a4bf4";
  private static final String CONTENT =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXtkITyik0Z4qTVF5JuINVbtS8+/eBr1mvV4jxH3J+Ckv0";

  private final EncryptionKey recipient =
      EncryptionKey.of(
          SecretBytes.copyOf(
              Bytes.ofBase64("8iTwhZxrtQGKVV5OMthD5DxFc8c6B8h9MnU2Sh6JTTM=").toArray()));
  private final EncryptionKey ephemeral = EncryptionKey.of(InsecureTestKeys.repeated(0x11));

  @Test
  void the_public_half_belongs_to_the_secret_half() {
    assertThat(recipient.publicKey().base64())
        .isEqualTo("Y+kNWSnoYhlBrsDQ/01FTfoHQ5CeXyjDEHbQmNDGOjw=");
    assertThat(ephemeral.publicKey().base64())
        .isEqualTo("e06Qm75//kTEZaIgA31gjuNYl9Me+XLwf3SJLLD3PxM=");
  }

  @Test
  void two_keys_share_the_published_box_key_from_either_side() {
    SecretBytes expected =
        InsecureTestKeys.ofHex("82598e7416a26202ba9f695b80f3567756bec008a9e3c6fea04c070991050091");
    assertThat(Box.sharedKey(recipient.publicKey(), ephemeral.secret()))
        .hasValueSatisfying(shared -> assertThat(shared.matches(expected)).isTrue());
    assertThat(Box.sharedKey(ephemeral.publicKey(), recipient.secret()))
        .hasValueSatisfying(shared -> assertThat(shared.matches(expected)).isTrue());
  }

  @Test
  void the_published_box_is_sealed_and_opened() {
    Bytes box = Box.seal(PLAINTEXT, NONCE, recipient.publicKey(), ephemeral.secret());
    assertThat(box.hex()).isEqualTo(BOX);
    assertThat(Box.open(box, NONCE, ephemeral.publicKey(), recipient.secret())).contains(PLAINTEXT);
  }

  @Test
  void the_published_envelope_is_sealed_and_opened() {
    Envelope.Sealed sealed = Envelope.seal(PLAINTEXT, recipient.publicKey(), ephemeral, NONCE);
    assertThat(sealed.content().base64()).isEqualTo(CONTENT);
    assertThat(sealed.encryptorPublicKey()).isEqualTo(ephemeral.publicKey());
    assertThat(Envelope.open(sealed.content(), ephemeral.publicKey(), recipient.secret()))
        .contains(PLAINTEXT);
  }

  @Test
  void the_published_secretbox_is_sealed_and_opened() {
    SecretBytes key =
        InsecureTestKeys.ofHex("05a092a1f82cb34c9f61180028f6946b3c4144e0e62eee80d486303ff981c476");
    Bytes nonce = Bytes.ofHex("c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7");
    Bytes box = Bytes.ofHex("68ef1d48f39d080f81edcf1cabb245e6c11007e71d648735e423ac4f");
    assertThat(SecretBox.seal(Text.utf8("super-secret"), nonce, key)).isEqualTo(box);
    assertThat(SecretBox.open(box, nonce, key)).contains(Text.utf8("super-secret"));
  }

  @Test
  void every_changed_byte_of_an_envelope_is_noticed() {
    Bytes content = Bytes.ofBase64(CONTENT);
    for (int i = 0; i < content.length(); i++) {
      byte[] changed = content.toArray();
      changed[i] ^= 0x40;
      assertThat(open(Bytes.copyOf(changed))).as("byte %d", i).isEmpty();
      assertThat(open(content.slice(0, i))).as("cut at %d", i).isEmpty();
    }
    assertThat(open(Bytes.concat(content, Bytes.of(0)))).isEmpty();
  }

  @Test
  void an_envelope_opens_for_its_recipient_only() {
    EncryptionKey other = EncryptionKey.of(InsecureTestKeys.repeated(0x44));
    Bytes content = Bytes.ofBase64(CONTENT);
    assertThat(Envelope.open(content, ephemeral.publicKey(), other.secret())).isEmpty();
    assertThat(Envelope.open(content, other.publicKey(), recipient.secret())).isEmpty();
    assertThat(Envelope.open(content, Bytes.EMPTY, recipient.secret())).isEmpty();
  }

  @Test
  void two_envelopes_of_one_content_share_neither_key_nor_nonce() {
    var random = InsecureTestKeys.predictable(1);
    Envelope.Sealed first = Envelope.seal(PLAINTEXT, recipient.publicKey(), random);
    Envelope.Sealed second = Envelope.seal(PLAINTEXT, recipient.publicKey(), random);
    assertThat(first.encryptorPublicKey()).isNotEqualTo(second.encryptorPublicKey());
    assertThat(first.content().slice(0, 24)).isNotEqualTo(second.content().slice(0, 24));
  }

  @Test
  void contents_of_every_size_around_the_blocks_come_back() {
    var random = InsecureTestKeys.predictable(2);
    List<Integer> sizes = new ArrayList<>();
    for (int block = 0; block <= 4; block++) {
      for (int around = -1; around <= 1; around++) {
        sizes.add(Math.max(0, 32 * block + around));
      }
    }
    sizes.add(10 * 1024 * 1024);
    for (int size : sizes) {
      var plaintext = new byte[size];
      new Random(size).nextBytes(plaintext);
      Bytes value = Bytes.ofUnshared(plaintext);
      Envelope.Sealed sealed = Envelope.seal(value, recipient.publicKey(), random);
      assertThat(sealed.content().length()).isEqualTo(size + Envelope.OVERHEAD);
      assertThat(
              Envelope.open(sealed.content(), sealed.encryptorPublicKey(), recipient.secret())
                  .equals(Optional.of(value)))
          .as("%d bytes", size)
          .isTrue();
    }
  }

  @Test
  void nothing_is_sealed_to_a_key_that_shares_with_everybody() {
    Bytes neutral = Bytes.ofHex("00".repeat(32));
    assertThatThrownBy(() -> Box.seal(PLAINTEXT, NONCE, neutral, ephemeral.secret()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hello");
    assertThat(Box.open(Bytes.ofHex(BOX), NONCE, neutral, recipient.secret())).isEmpty();
  }

  @Test
  void a_wrong_length_is_told_without_the_content() {
    assertThatThrownBy(
            () -> Box.seal(PLAINTEXT, Bytes.of(1), recipient.publicKey(), ephemeral.secret()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hello");
    assertThatThrownBy(() -> Box.seal(PLAINTEXT, NONCE, Bytes.of(1), ephemeral.secret()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hello");
  }

  private Optional<Bytes> open(Bytes content) {
    return Envelope.open(content, ephemeral.publicKey(), recipient.secret());
  }
}
