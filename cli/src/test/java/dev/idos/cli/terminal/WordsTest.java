package dev.idos.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void durations_below_a_second_are_milliseconds() {
    assertThat(Words.duration(999_000_000)).isEqualTo("999 ms");
    assertThat(Words.duration(1_000_000_000)).isEqualTo("1.0 s");
  }

  @Test
  void sizes_have_binary_units() {
    assertThat(Words.size(1023)).isEqualTo("1023 B");
    assertThat(Words.size(1024)).isEqualTo("1.0 KiB");
    assertThat(Words.size(2_202_010)).isEqualTo("2.1 MiB");
  }

  @Test
  void identifiers_are_shortened_in_the_middle() {
    assertThat(Words.brief("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")).isEqualTo("0x7099…79C8");
    assertThat(Words.brief("alice.near")).isEqualTo("alice.near");
  }

  @Test
  void moments_are_told_in_utc() {
    assertThat(Words.time(Instant.parse("2031-03-12T08:09:10Z"))).isEqualTo("08:09:10 UTC");
  }
}
