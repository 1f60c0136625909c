package dev.idos.node.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(5);
  private final TokenBuckets<String> buckets = new TokenBuckets<>(new Rate(2, 3), 2, nanos::get);

  @Test
  void a_burst_passes_and_the_next_one_hears_when_to_come_back() {
    assertThat(takes("a", 3)).isTrue();
    assertThat(buckets.take("a")).isEqualTo(500);
    nanos.addAndGet(SECOND / 4);
    assertThat(buckets.take("a")).isEqualTo(250);
    nanos.addAndGet(SECOND / 4);
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(500);
  }

  @Test
  void no_more_than_a_burst_is_saved_up() {
    assertThat(takes("a", 3)).isTrue();
    nanos.addAndGet(3600 * SECOND);
    assertThat(takes("a", 3)).isTrue();
    assertThat(buckets.take("a")).isPositive();
  }

  @Test
  void looking_costs_nothing() {
    assertThat(takes("a", 2)).isTrue();
    assertThat(buckets.peek("a")).isZero();
    assertThat(buckets.peek("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.peek("a")).isEqualTo(500);
    assertThat(buckets.peek("never seen")).isZero();
  }

  @Test
  void one_key_does_not_pay_for_another() {
    assertThat(takes("a", 3)).isTrue();
    assertThat(takes("b", 3)).isTrue();
  }

  @Test
  void memory_is_bounded_by_forgetting_the_key_unused_for_longest() {
    assertThat(takes("a", 3)).isTrue();
    assertThat(takes("b", 3)).isTrue();
    assertThat(takes("c", 1)).isTrue();
    assertThat(buckets.keys()).isEqualTo(2);
    assertThat(buckets.take("b")).as("b is remembered").isPositive();
  }

  private boolean takes(String key, int count) {
    for (int i = 0; i < count; i++) {
      if (buckets.take(key) != 0) {
        return false;
      }
    }
    return true;
  }
}
