package dev.idos.credentials.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.Vectors;
import dev.idos.crypto.Bytes;
import jakarta.json.JsonObject;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/// Files survive the way into a credential and back.
class Ascii85Test {

  @Test
  void the_published_texts_are_written_and_read() {
    for (JsonObject file : Vectors.list("files").getValuesAs(JsonObject.class)) {
      Bytes content = Bytes.ofHex(file.getString("hex"));
      assertThat(Ascii85.encode(content)).isEqualTo(file.getString("text"));
      assertThat(Ascii85.decode(file.getString("text"))).contains(content);
    }
  }

  @Test
  void a_last_group_of_zeros_loses_nothing() {
    for (int zeros = 0; zeros < 10; zeros++) {
      Bytes content = Bytes.concat(Bytes.of(7, 7, 7, 7), Bytes.ofHex("00".repeat(zeros)));
      assertThat(Ascii85.decode(Ascii85.encode(content))).contains(content);
    }
  }

  @Test
  void four_zeros_are_read_in_both_forms() {
    assertThat(Ascii85.decode("<~!!!!!~>")).contains(Bytes.ofHex("00000000"));
    assertThat(Ascii85.decode("<~z~>")).contains(Bytes.ofHex("00000000"));
  }

  @Test
  void what_is_not_ascii85_is_not_read() {
    assertThat(
            List.of(
                "",
                "<~",
                "~>",
                "<~>",
                "BOu!r",
                "<~BOu!r",
                "BOu!r~>",
                "<~B~>",
                "<~BOu!rD~>",
                "<~BOz!r~>",
                "<~BOv!r~>",
                "<~BO !r~>",
                "<~uuuuu~>",
                "<~s8W-\"~>",
                "<~\ud83d\ude00~>"))
        .allSatisfy(text -> assertThat(Ascii85.decode(text)).isEmpty());
  }

  @Test
  void the_largest_word_is_read() {
    assertThat(Ascii85.decode("<~s8W-!~>")).contains(Bytes.ofHex("ffffffff"));
  }

  @Property
  void decoding_undoes_encoding(@ForAll("manyZeros") byte[] content) {
    Bytes bytes = Bytes.copyOf(content);
    assertThat(Ascii85.decode(Ascii85.encode(bytes))).contains(bytes);
  }

  @Property
  void any_text_is_read_or_refused_but_never_throws(@ForAll String text) {
    assertThat(Ascii85.decode("<~" + text + "~>")).isNotNull();
  }

  @Provide
  Arbitrary<byte[]> manyZeros() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just((byte) 0)), Tuple.of(1, Arbitraries.bytes()))
        .array(byte[].class)
        .ofMaxSize(64);
  }
}
