package dev.idos.credentials.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Two readers of a signed document must not see two different ones.
class StrictJsonTest {

  @Test
  void an_object_is_read() {
    assertThat(StrictJson.object(" {\"a\":[1,{\"b\":null}]} ")).isPresent();
  }

  @Test
  void a_member_written_twice_is_refused_at_any_depth() {
    assertThat(StrictJson.object("{\"a\":1,\"a\":2}")).isEmpty();
    assertThat(StrictJson.object("{\"a\":[{\"b\":1,\"\\u0062\":2}]}")).isEmpty();
  }

  @Test
  void what_is_not_one_object_is_refused() {
    assertThat(
            List.of("", "[]", "1", "\"a\"", "null", "{", "{}{}", "{} x", "{'a':1}", "{\"a\":NaN}"))
        .allSatisfy(json -> assertThat(StrictJson.object(json)).as(json).isEmpty());
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(StrictJson.object("{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}")).isPresent();
    assertThat(StrictJson.object("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")).isEmpty();
    assertThat(StrictJson.object("{\"a\":".repeat(100_000))).isEmpty();
  }
}
