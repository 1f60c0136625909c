package dev.idos.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.WriteGrantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GrantPapersTest {

  @TestFactory
  List<DynamicTest> every_paper_has_exactly_the_shared_text() {
    var tests = new ArrayList<DynamicTest>();
    for (JsonNode row : Vectors.read("papers.json")) {
      tests.add(
          DynamicTest.dynamicTest(
              row.path("name").asText(),
              () -> {
                String text = text(row.path("kind").asText(), row.path("inputs"));
                assertThat(text).isEqualTo(row.path("text").asText());
                assertThat(Sha256.of(Utf8.encode(text)).hex())
                    .isEqualTo(row.path("sha256").asText());
              }));
    }
    return tests;
  }

  @Test
  void each_kind_of_wallet_has_both_papers() {
    for (WalletType type : WalletType.values()) {
      for (String kind : List.of("write_grant", "access_grant")) {
        assertThat(Vectors.read("papers.json"))
            .anySatisfy(
                row -> {
                  assertThat(row.path("kind").asText()).isEqualTo(kind);
                  assertThat(row.path("wallet_type").asText()).isEqualTo(type.wireName());
                });
      }
    }
  }

  @Test
  void a_field_cannot_forge_a_line() {
    for (String field :
        List.of("a\nowner: b", "a\r", "\u0000", "a\u0085b", "a\u2028b", "\u202eevil", "a\tb")) {
      assertThat(GrantPapers.fieldProblem("fine", field))
          .contains(Refusal.PAPER_FIELD_INVALID.with());
      assertThatThrownBy(() -> access("owner", field)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(GrantPapers.fieldProblem("", "G ABC", "é")).isEmpty();
  }

  @Test
  void the_same_paper_for_another_network_is_another_text() {
    assertThat(access("a", "b")).endsWith("\nnetwork: chain").doesNotEndWith("\n");
  }

  private static String access(String owner, String grantee) {
    return GrantPapers.accessGrant(
        owner, grantee, new CredentialId(new UUID(0, 1)), 0, "", "chain");
  }

  private static String text(String kind, JsonNode inputs) {
    return switch (kind) {
      case "write_grant" ->
          GrantPapers.writeGrant(
              inputs.path("owner").asText(),
              inputs.path("consumer").asText(),
              inputs.path("issuer_public_key").asText(),
              new WriteGrantId(UUID.fromString(inputs.path("id").asText())),
              inputs.path("access_grant_timelock").asText(),
              inputs.path("not_usable_before").asText(),
              inputs.path("not_usable_after").asText(),
              inputs.path("chain_id").asText());
      case "access_grant" ->
          GrantPapers.accessGrant(
              inputs.path("owner").asText(),
              inputs.path("grantee").asText(),
              new CredentialId(UUID.fromString(inputs.path("data_id").asText())),
              inputs.path("locked_until").asLong(),
              inputs.path("content_hash").asText(),
              inputs.path("chain_id").asText());
      default -> throw new AssertionError("no paper of kind " + kind);
    };
  }
}
