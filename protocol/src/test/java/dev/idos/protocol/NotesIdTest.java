package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NotesIdTest {

  @Example
  void it_is_the_member_id_of_the_object() {
    assertThat(NotesId.of("{\"type\":\"human\",\"id\":\"7d0c\",\"n\":{\"id\":\"inner\"}}"))
        .isEqualTo("7d0c");
    assertThat(NotesId.of(" {\"\\u0069d\" : \"caf\\u00e9\"} ")).isEqualTo("café");
  }

  @Example
  void notes_without_a_text_as_id_have_none() {
    assertNone("");
    assertNone("{}");
    assertNone("{\"n\":{\"id\":\"inner\"}}");
    assertNone("{\"id\":7}");
    assertNone("{\"id\":null}");
    assertNone("{\"id\":{\"id\":\"a\"}}");
    assertNone("[\"id\",\"a\"]");
    assertNone("\"id\"");
    assertNone("{\"ID\":\"a\"}");
  }

  @Example
  void a_member_written_twice_is_no_answer() {
    assertNone("{\"id\":\"a\",\"id\":\"a\"}");
    assertNone("{\"id\":\"a\",\"\\u0069d\":\"b\"}");
    assertNone("{\"id\":\"a\",\"n\":{\"x\":1,\"x\":2}}");
  }

  @Example
  void what_is_not_json_to_the_end_is_no_answer() {
    assertNone("{\"id\":\"a\"");
    assertNone("{\"id\":\"a\"}x");
    assertNone("{\"id\":\"a\"}{}");
    assertNone("{\"id\":\"a\",}");
    assertNone("{'id':'a'}");
    assertNone("{id:\"a\"}");
    assertNone("{\"id\":\"a\"}//");
    assertNone("{\"id\":\"a\",\"n\":01}");
    assertNone("{\"id\":\"a\",\"n\":NaN}");
    assertNone("{\"id\":\"a\tb\"}");
    assertNone("\ufeff{\"id\":\"a\"}");
  }

  @Example
  void it_must_fit_an_index() {
    assertThat(NotesId.of("{\"id\":\"" + "é".repeat(128) + "\"}")).hasSize(128);
    assertNone("{\"id\":\"" + "é".repeat(128) + "x\"}");
    assertNone("{\"id\":\"a\\u0000\"}");
    assertNone("{\"id\":\"\\ud800\"}");
  }

  @Example
  void nesting_has_a_limit_and_nothing_else_does() {
    assertThat(NotesId.of(nested(31))).isEqualTo("a");
    assertNone(nested(32));
    String longNumber = "{\"id\":\"a\",\"n\":" + "9".repeat(5_000) + "}";
    assertThat(NotesId.of(longNumber)).isEqualTo("a");
    String longName = "{\"id\":\"a\",\"" + "n".repeat(60_000) + "\":1}";
    assertThat(NotesId.of(longName)).isEqualTo("a");
  }

  @Property
  void whatever_the_notes_are_there_is_an_answer(@ForAll String notes) {
    assertThat(Utf8.length(NotesId.of(notes))).isLessThanOrEqualTo(256);
  }

  private static void assertNone(String notes) {
    assertThat(NotesId.of(notes)).isEqualTo(NotesId.NONE);
  }

  private static String nested(int depth) {
    return "{\"id\":\"a\",\"n\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }
}
