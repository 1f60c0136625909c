package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The public test vectors of the Wycheproof project, as they were published.
class WycheproofTest {

  @Test
  void ed25519_agrees_on_every_vector() {
    int valid = 0;
    for (JsonNode group : groups("ed25519_test.json")) {
      Bytes key = Bytes.ofHex(group.at("/publicKey/pk").asText());
      for (JsonNode test : group.at("/tests")) {
        boolean expected = isValid(test);
        assertThat(Ed25519.verify(key, hex(test, "msg"), hex(test, "sig")))
            .as(test.toString())
            .isEqualTo(expected);
        valid += expected ? 1 : 0;
      }
    }
    assertThat(valid).isPositive();
  }

  /// These vectors want strict DER and low s, as this room does.
  @Test
  void secp256k1_agrees_on_every_vector_with_low_s() {
    int valid = 0;
    for (JsonNode group : groups("ecdsa_secp256k1_sha256_bitcoin_test.json")) {
      for (JsonNode test : group.at("/tests")) {
        Optional<Bytes> rs = SignatureRules.strictDer(hex(test, "sig"));
        Bytes digest = Sha256.of(hex(test, "msg"));
        boolean expected = isValid(test);
        for (Secp256k1Library library : libraries()) {
          assertThat(rs.filter(it -> library.verify(it, digest, key(group))).isPresent())
              .as(test.toString())
              .isEqualTo(expected);
        }
        valid += expected ? 1 : 0;
      }
    }
    assertThat(valid).isPositive();
  }

  /// SHA-512 cut to the order of the curve is what XRPL keys sign. High s is valid there, not here.
  @Test
  void xrpl_accepts_every_valid_vector_with_low_s_and_no_other() {
    int accepted = 0;
    for (JsonNode group : groups("ecdsa_secp256k1_sha512_test.json")) {
      for (JsonNode test : group.at("/tests")) {
        Bytes der = hex(test, "sig");
        boolean expected = isValid(test) && SignatureRules.strictDer(der).isPresent();
        assertThat(Xrpl.isSigned(key(group), hex(test, "msg"), der))
            .as(test.toString())
            .isEqualTo(expected);
        accepted += expected ? 1 : 0;
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void x25519_agrees_on_every_shared_secret_that_is_not_zero() {
    int compared = 0;
    for (JsonNode group : groups("x25519_test.json")) {
      for (JsonNode test : group.at("/tests")) {
        Bytes shared = hex(test, "shared");
        var agreement = new byte[32];
        boolean usable =
            org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
                hex(test, "private").toArray(), 0, hex(test, "public").toArray(), 0, agreement, 0);
        assertThat(Bytes.copyOf(agreement)).as(test.toString()).isEqualTo(shared);
        assertThat(usable).isEqualTo(!shared.equals(Bytes.ofHex("00".repeat(32))));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  private static Secp256k1Library[] libraries() {
    return new Secp256k1Library[] {new NativeSecp256k1(), new BouncySecp256k1()};
  }

  private static Bytes key(JsonNode group) {
    return new BouncySecp256k1()
        .compress(Bytes.ofHex(group.at("/publicKey/uncompressed").asText()));
  }

  private static boolean isValid(JsonNode test) {
    return test.at("/result").asText().equals("valid");
  }

  private static Bytes hex(JsonNode test, String name) {
    return Bytes.ofHex(test.get(name).asText());
  }

  private static JsonNode groups(String file) {
    return Vectors.read("wycheproof/" + file).at("/testGroups");
  }
}
