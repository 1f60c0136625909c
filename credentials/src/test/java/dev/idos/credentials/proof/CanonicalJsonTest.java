package dev.idos.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.credentials.text.StrictJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The examples of RFC 8785; the system tests compare thousands of values with npm's library.
class CanonicalJsonTest {

  @Test
  void members_are_sorted_by_utf16_units_and_spaces_go() {
    assertThat(
            canonical(
                "{ \"\\ufb33\":1, \"\\ud83d\\ude00\":2, \"\\u20ac\":3, \"1\":4, \"\\r\":[ ] }"))
        .isEqualTo("{\"\\r\":[],\"1\":4,\"€\":3,\"😀\":2,\"\ufb33\":1}");
  }

  @Test
  void texts_are_escaped_no_more_than_needed() {
    assertThat(
            canonical(
                "{\"a\":\"\\u20ac$\\u000f\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\u007f\"}"))
        .isEqualTo("{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\"}");
  }

  @Test
  void numbers_are_written_as_ecmascript_does() {
    Map.of(
            "333333333.33333329", "333333333.3333333",
            "1E30", "1e+30",
            "4.50", "4.5",
            "2e-3", "0.002",
            "0.000000000000000000000000001", "1e-27",
            "-0", "0",
            "1e21", "1e+21",
            "123456789012345680000", "123456789012345680000",
            "1e-6", "0.000001",
            "1.5e-7", "1.5e-7")
        .forEach(
            (written, expected) ->
                assertThat(canonical("{\"a\":" + written + "}"))
                    .isEqualTo("{\"a\":" + expected + "}"));
  }

  @Test
  void a_number_beyond_a_double_has_no_canonical_bytes() {
    var huge = StrictJson.object("{\"a\":1e400}").orElseThrow();
    assertThatThrownBy(() -> CanonicalJson.hash(huge)).isInstanceOf(UnprovableDocument.class);
  }

  private static String canonical(String json) {
    return CanonicalJson.text(StrictJson.object(json).orElseThrow());
  }
}
