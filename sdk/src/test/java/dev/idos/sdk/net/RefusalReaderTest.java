package dev.idos.sdk.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.idos.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalReaderTest {

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void every_reason_is_known_by_its_code(Refusal reason) {
    var result =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", 65535)
            .put("log", "1. a notice\nERROR: some words")
            .put("refusal", reason.code());
    assertThat(RefusalReader.ofResult(result))
        .isEqualTo(new NodeRefusal.ByLedger(reason, "some words"));
  }

  @Test
  void a_stock_node_is_understood_by_its_words() {
    var result =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", 65535)
            .put("log", "ERROR: Unauthorized inserter");
    assertThat(RefusalReader.ofResult(result).is(Refusal.INSERTER_UNAUTHORIZED)).isTrue();
  }

  @Test
  void a_code_of_a_newer_node_is_kept() {
    var result =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", 65535)
            .put("log", "ERROR: words of the future")
            .put("refusal", 9999);
    assertThat(RefusalReader.ofResult(result))
        .isEqualTo(new NodeRefusal.Unlisted(9999, "words of the future"));
  }

  @Test
  void the_gateway_refuses_with_its_own_codes() {
    var fault = new Reply.Fault(401, -901, "not authorized", MissingNode.getInstance());
    assertThat(RefusalReader.ofFault(fault))
        .isEqualTo(new NodeRefusal.ByGateway(-901, "not authorized"));
  }

  @Test
  void a_view_that_refuses_says_so_beside_its_rows() {
    var result =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", "the credential is not shared with the caller");
    assertThat(RefusalReader.ofView(result))
        .hasValueSatisfying(no -> assertThat(no.is(Refusal.CREDENTIAL_NOT_SHARED)).isTrue());
  }

  @Test
  void a_view_that_answers_does_not_refuse() {
    assertThat(RefusalReader.ofView(JsonNodeFactory.instance.objectNode().putNull("error")))
        .isEmpty();
  }
}
