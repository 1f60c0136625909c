package dev.idos.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperDateTest {

  @Example
  void a_date_is_counted_in_seconds_since_1970() {
    assertThat(PaperDate.parse("1970-01-01T00:00:00Z")).contains(0L);
    assertThat(PaperDate.parse("2026-01-01T00:00:00Z")).contains(1_767_225_600L);
    assertThat(PaperDate.parse("2024-02-29T23:59:59Z")).contains(1_709_251_199L);
    assertThat(PaperDate.parse("1969-12-31T23:59:59Z")).contains(-1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00z",
        "2026-01-01t00:00:00Z",
        "2026-01-01T00:00:00.0Z",
        "2026-01-01T00:00:00+00:00",
        "2026-01-01T00:00:00Z ",
        "2026-01-01T00:00:00Z\n",
        "2026-1-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:60Z",
        "+2026-01-01T00:00:00Z",
        "\u0662\u0660\u0662\u0666-01-01T00:00:00Z"
      })
  void anything_else_is_no_date(String text) {
    assertThat(PaperDate.parse(text)).isEmpty();
  }

  @Property
  void it_agrees_with_the_calendar_of_the_jdk(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds) {
    String text = PaperDate.format(seconds);
    assertThat(text).isEqualTo(Instant.ofEpochSecond(seconds).toString());
    assertThat(PaperDate.parse(text)).contains(seconds);
  }

  @Example
  void a_year_has_four_digits() {
    assertThat(PaperDate.format(253_402_300_799L)).isEqualTo("9999-12-31T23:59:59Z");
    assertThatThrownBy(() -> PaperDate.format(253_402_300_800L))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
