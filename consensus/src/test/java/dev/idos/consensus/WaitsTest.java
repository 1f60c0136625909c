package dev.idos.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final Waits waits = new Waits();
  private final CompletableFuture<String> value = new CompletableFuture<>();

  @AfterEach
  void stop() {
    waits.close();
  }

  @Test
  void a_value_reaches_all_who_wait_for_it() throws Exception {
    List<Future<Optional<String>>> waiting = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        waiting.add(threads.submit(() -> waits.await(value, LONG)));
      }
      value.complete("here");
    }
    for (var one : waiting) {
      assertThat(one.get()).contains("here");
    }
  }

  @Test
  void a_wait_that_takes_too_long_ends_and_takes_nothing_from_the_others() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var patient = threads.submit(() -> waits.await(value, LONG));
      assertThat(waits.await(value, SHORT)).isEmpty();
      assertThat(value).isNotDone();
      value.complete("late");
      assertThat(patient.get()).contains("late");
    }
    assertThat(waits.await(value, Duration.ZERO)).contains("late");
  }

  @Test
  void whoever_waits_for_what_will_not_come_is_told_why() {
    var reason = new IllegalStateException("given up");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> waits.await(value, LONG));
      value.completeExceptionally(reason);
      assertThatThrownBy(waiting::get)
          .hasCauseInstanceOf(ExecutionException.class)
          .hasRootCause(reason);
    }
    assertThatThrownBy(() -> waits.await(value, LONG))
        .isInstanceOf(ExecutionException.class)
        .hasCause(reason);
  }
}
