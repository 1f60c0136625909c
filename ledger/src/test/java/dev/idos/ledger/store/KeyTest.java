package dev.idos.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyTest {

  @Test
  void texts_are_ordered_by_their_utf8_bytes() {
    List<String> texts = List.of("", "a", "ab", "b", "z", "ä", "€", "\uffee", "𝄞", "𝄟a");
    for (String one : texts) {
      for (String two : texts) {
        assertThat(Integer.signum(Key.of(one).compareTo(Key.of(two))))
            .as("%s and %s", one, two)
            .isEqualTo(Integer.signum(Utf8.encode(one).compareTo(Utf8.encode(two))));
      }
    }
  }

  @Test
  void ids_are_ordered_as_unsigned_bytes() {
    UUID low = UUID.fromString("7fffffff-0000-4000-8000-000000000000");
    UUID high = UUID.fromString("80000000-0000-4000-8000-000000000000");
    assertThat(Key.of(low)).isLessThan(Key.of(high));
    assertThat(Key.of(new UUID(1, 1))).isLessThan(Key.of(new UUID(1, -1)));
  }

  @Test
  void parts_are_ordered_one_after_the_other() {
    assertThat(Key.of(1L, "b")).isLessThan(Key.of(2L, "a"));
    assertThat(Key.of(-1L)).isLessThan(Key.of(0L));
    assertThat(Key.of(1L)).isLessThan(Key.of(1L, "a"));
    assertThat(Key.of(Bytes.of(0x7f))).isLessThan(Key.of(Bytes.of(0x80)));
    assertThat(Key.of(false)).isLessThan(Key.of(true));
  }
}
