package dev.idos.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.EncryptionKey;
import dev.idos.sdk.KeyQuorum.Answer;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.NodeAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyQuorumTest {

  private static final String TRUE_KEY =
      EncryptionKey.of(InsecureTestKeys.seed(5)).publicKey().base64();
  private static final String LIE = EncryptionKey.of(InsecureTestKeys.seed(6)).publicKey().base64();

  @Test
  void two_equal_answers_of_four_validators_at_one_height_are_enough() {
    var key =
        KeyQuorum.agreed(
            4, List.of(answer(1, 7, LIE), answer(2, 7, TRUE_KEY), answer(3, 7, TRUE_KEY)));
    assertThat(key.base64()).isEqualTo(TRUE_KEY);
  }

  @Test
  void one_of_four_is_not_enough() {
    refuses(4, answer(1, 7, TRUE_KEY));
  }

  @Test
  void equal_answers_at_different_heights_do_not_count_together() {
    refuses(4, answer(1, 7, TRUE_KEY), answer(2, 8, TRUE_KEY));
  }

  @Test
  void two_of_seven_are_not_enough() {
    refuses(7, answer(1, 7, TRUE_KEY), answer(2, 7, TRUE_KEY));
  }

  @Test
  void with_three_validators_not_even_all_of_them_are_enough() {
    refuses(3, answer(1, 7, TRUE_KEY), answer(2, 7, TRUE_KEY), answer(3, 7, TRUE_KEY));
  }

  @Test
  void nobody_is_counted_twice() {
    assertThatThrownBy(() -> KeyQuorum.agreed(4, List.of(answer(1, 7, LIE), answer(1, 7, LIE))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuses(int validators, Answer... answers) {
    assertThatThrownBy(() -> KeyQuorum.agreed(validators, List.of(answers)))
        .isInstanceOf(Distrusted.class);
  }

  private static Answer answer(int validator, long height, String key) {
    return new Answer(new NodeAddress("http://validator" + validator + ".example"), height, key);
  }
}
