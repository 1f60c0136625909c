package dev.idos.crypto;

import static dev.idos.crypto.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each vector breaks one clause, or none.
class SignatureRulesTest {

  static Stream<JsonNode> ed25519() {
    return Vectors.signatures("ed25519");
  }

  static Stream<JsonNode> recoveries() {
    return Vectors.signatures("secp256k1_recover");
  }

  static Stream<JsonNode> ders() {
    return Vectors.signatures("strict_der");
  }

  @ParameterizedTest
  @MethodSource("ed25519")
  void an_ed25519_signature_is_judged_by_the_rules_and_the_equation_with_the_cofactor(
      JsonNode vector) {
    Bytes key = hex(vector, "/inputs/public_key");
    Bytes message = hex(vector, "/inputs/message");
    Bytes signature = hex(vector, "/inputs/signature");

    assertThat(Ed25519.verify(key, message, signature))
        .as(vector.toString())
        .isEqualTo(vector.at("/expected/valid").asBoolean());
  }

  @ParameterizedTest
  @MethodSource("ed25519")
  void the_clauses_about_encodings_are_decided_without_a_library(JsonNode vector) {
    String clause = vector.at("/expected/clause").asText();
    boolean isAboutCurve = clause.equals("the equation") || clause.endsWith("is a point");

    assertThat(
            SignatureRules.isAcceptableEd25519(
                hex(vector, "/inputs/public_key"), hex(vector, "/inputs/signature")))
        .as(vector.toString())
        .isEqualTo(clause.equals("none") || isAboutCurve);
  }

  @ParameterizedTest
  @MethodSource("recoveries")
  void a_recoverable_signature_gives_its_key_or_nothing(JsonNode vector) {
    Bytes digest = hex(vector, "/inputs/digest");
    Bytes signature = hex(vector, "/inputs/signature");
    Optional<Bytes> expected =
        Optional.ofNullable(vector.at("/expected/public_key").textValue()).map(Bytes::ofHex);

    assertThat(Secp256k1.recover(digest, signature)).as(vector.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("recoveries")
  void the_native_library_and_bouncy_castle_recover_the_same(JsonNode vector) {
    Bytes digest = hex(vector, "/inputs/digest");
    Bytes signature = hex(vector, "/inputs/signature");

    SignatureRules.recoveryId(signature)
        .ifPresent(
            id -> {
              Bytes rs = signature.slice(0, 64);
              assertThat(new BouncySecp256k1().recover(rs, digest, id))
                  .as(vector.toString())
                  .isEqualTo(new NativeSecp256k1().recover(rs, digest, id));
            });
  }

  @ParameterizedTest
  @MethodSource("ders")
  void only_the_shortest_der_of_an_acceptable_signature_is_read(JsonNode vector) {
    Bytes der = hex(vector, "/inputs/der");
    boolean valid = vector.at("/expected/valid").asBoolean();

    assertThat(SignatureRules.strictDer(der).isPresent()).as(vector.toString()).isEqualTo(valid);
    SignatureRules.strictDer(der)
        .ifPresent(
            rs -> {
              assertThat(Xrpl.der(rs)).isEqualTo(der);
              Bytes key = hex(vector, "/inputs/public_key");
              assertThat(Secp256k1.verify(key, hex(vector, "/inputs/digest"), rs)).isTrue();
            });
  }
}
