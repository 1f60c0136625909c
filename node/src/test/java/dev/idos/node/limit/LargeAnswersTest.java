package dev.idos.node.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LargeAnswersTest {

  private final LargeAnswers answers = new LargeAnswers(10, 6, Duration.ofMinutes(1));

  @Test
  void one_caller_holds_no_more_than_its_share() {
    assertThat(answers.tryEnter("alice", 4)).isPresent();
    assertThat(answers.tryEnter("alice", 3)).isEmpty();
    assertThat(answers.tryEnter("alice", 2)).isPresent();
  }

  @Test
  void all_callers_together_hold_no_more_than_there_is() {
    assertThat(answers.tryEnter("alice", 6)).isPresent();
    assertThat(answers.tryEnter("bob", 5)).isEmpty();
    assertThat(answers.tryEnter("bob", 4)).isPresent();
  }

  @Test
  void the_largest_answer_has_a_place_when_nothing_is_held() {
    var place = answers.tryEnter("alice", 100);
    assertThat(place).isPresent();
    assertThat(answers.tryEnter("bob", 1)).isEmpty();
    place.get().close();
    assertThat(answers.tryEnter("bob", 1)).isPresent();
  }

  @Test
  void whoever_waits_gets_the_place_that_is_given_back() throws InterruptedException {
    var place = answers.tryEnter("alice", 6).orElseThrow();
    var waiting = Thread.ofVirtual().start(() -> answers.enter("alice", 6).orElseThrow().close());
    place.close();
    waiting.join();
    assertThat(answers.tryEnter("bob", 10)).isPresent();
  }

  @Test
  void nobody_waits_for_ever() {
    var impatient = new LargeAnswers(10, 6, Duration.ZERO);
    assertThat(impatient.enter("alice", 6)).isPresent();
    assertThat(impatient.enter("alice", 6)).isEmpty();
  }
}
