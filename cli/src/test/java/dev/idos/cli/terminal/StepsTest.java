package dev.idos.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.protocol.Refusal;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Retry;
import dev.idos.sdk.net.IdosException.Unavailable;
import dev.idos.sdk.net.NodeRefusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepsTest {

  private final ByteArrayOutputStream people = new ByteArrayOutputStream();
  private final ByteArrayOutputStream programs = new ByteArrayOutputStream();
  private final Steps steps =
      new Steps(new Screen(stream(people), false, false), Optional.of(stream(programs)));

  @Test
  void a_step_that_holds_is_told_with_a_mark_and_a_time() throws Exception {
    steps.step("create a profile", () -> "profile created");
    assertThat(text(people)).startsWith(" ✓ profile created").contains(" ms");
    assertThat(text(programs))
        .contains("\"step\":1")
        .contains("\"said\":\"profile created\"")
        .contains("\"held\":true");
    assertThat(steps.held()).isOne();
  }

  @Test
  void a_step_that_fails_ends_the_journey_and_shows_its_code() {
    assertThatThrownBy(() -> steps.step("share it", () -> fail(Refusal.ACCESS_GRANT_LOCKED)))
        .isInstanceOf(Steps.Broken.class);
    assertThat(text(people)).startsWith(" ✗ share it").contains("code 5002");
    assertThat(text(programs)).contains("\"held\":false");
    assertThat(steps.held()).isZero();
  }

  @Test
  void the_expected_refusal_is_a_success() throws Exception {
    steps.refused("it stays locked", Refusal.ACCESS_GRANT_LOCKED, this::refusedAsLocked);
    assertThat(text(people)).contains("✓ it stays locked (code 5002)");
  }

  @Test
  void another_refusal_than_the_expected_one_is_a_failure() {
    assertThatThrownBy(
            () -> steps.refused("it is gone", Refusal.CREDENTIAL_NOT_SHARED, this::refusedAsLocked))
        .isInstanceOf(Steps.Broken.class);
    assertThat(text(people)).contains("expected a refusal with code 4007, got 5002");
  }

  @Test
  void a_success_where_a_refusal_was_expected_is_a_failure() {
    assertThatThrownBy(
            () -> steps.refused("it stays locked", Refusal.ACCESS_GRANT_LOCKED, () -> {}))
        .isInstanceOf(Steps.Broken.class);
    assertThat(text(people)).contains("got a success");
  }

  @Test
  void it_tells_apart_what_may_hold_another_time() {
    assertThatThrownBy(
            () ->
                steps.step(
                    "ask",
                    () -> {
                      throw new Unavailable("no node answered", Retry.SAFE, new IOException());
                    }))
        .isInstanceOfSatisfying(
            Steps.Broken.class, broken -> assertThat(broken.isUnavailable()).isTrue());
  }

  private void refusedAsLocked() {
    fail(Refusal.ACCESS_GRANT_LOCKED);
  }

  private static String fail(Refusal reason) {
    throw new Refused(new NodeRefusal.ByLedger(reason, reason.wireText()));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
