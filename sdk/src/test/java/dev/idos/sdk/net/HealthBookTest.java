package dev.idos.sdk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthBookTest {

  private static final NodeAddress FIRST = new NodeAddress("http://first.example");
  private static final NodeAddress SECOND = new NodeAddress("http://second.example");
  private static final List<NodeAddress> BOTH = List.of(FIRST, SECOND);

  private Instant now = Instant.EPOCH;
  private final HealthBook health = new HealthBook(() -> now);

  @Test
  void a_failing_node_is_asked_last_while_it_rests() {
    health.failed(FIRST);
    assertThat(health.order(BOTH)).containsExactly(SECOND, FIRST);
    now = now.plusMillis(999);
    assertThat(health.order(BOTH)).containsExactly(SECOND, FIRST);
    now = now.plusMillis(1);
    assertThat(health.order(BOTH)).containsExactly(FIRST, SECOND);
  }

  @Test
  void it_rests_twice_as_long_after_a_second_failure() {
    health.failed(FIRST);
    health.failed(FIRST);
    now = now.plusMillis(1_999);
    assertThat(health.order(BOTH)).containsExactly(SECOND, FIRST);
    now = now.plusMillis(1);
    assertThat(health.order(BOTH)).containsExactly(FIRST, SECOND);
  }

  @Test
  void an_answer_makes_it_well_at_once() {
    health.failed(FIRST);
    health.answered(FIRST);
    assertThat(health.order(BOTH)).containsExactly(FIRST, SECOND);
  }

  @Test
  void when_all_rest_all_are_still_asked() {
    health.failed(FIRST);
    health.failed(SECOND);
    assertThat(health.order(BOTH)).containsExactly(FIRST, SECOND);
  }

  @Test
  void an_address_has_no_slash_at_its_end_and_a_lower_case_scheme() {
    assertThat(new NodeAddress("HTTP://first.example/")).isEqualTo(FIRST);
  }
}
