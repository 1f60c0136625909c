package dev.idos.protocol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Utf8;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedValueTest {

  private static final String TEXT_TYPE = "00000f000000000000000004746578740000000000";
  private static final String INT8_TYPE = "00000f000000000000000004696e74380000000000";

  @Test
  void null_has_three_encodings_that_stay_apart() throws Exception {
    for (String hex :
        List.of(
            "00000f0000000000000000046e756c6c00000000000000",
            "00000f0000000000000000046e756c6c000000000001000100000000",
            TEXT_TYPE + "01000100000000")) {
      EncodedValue value = EncodedValueCodec.decode(Bytes.ofHex(hex));
      assertThat(value.isNull()).isTrue();
      assertThat(EncodedValueCodec.encode(value).hex()).isEqualTo(hex);
    }
  }

  @Test
  void aliases_and_stray_metadata_stay_as_they_came() throws Exception {
    String alias =
        "0000110000000000000000066269676e756d0000000000".replace("6269676e756d", hex("string"));
    String stray = "00000f000000000000000004746578740000070009";
    for (String hex : List.of(alias + "01000200000001" + "61", stray + "01000200000001" + "61")) {
      EncodedValue value = EncodedValueCodec.decode(Bytes.ofHex(hex));
      assertThat(value.asText()).isEqualTo("a");
      assertThat(EncodedValueCodec.encode(value).hex()).isEqualTo(hex);
    }
  }

  @Test
  void a_list_of_a_type_may_be_empty_but_a_scalar_may_not() throws Exception {
    String emptyList = TEXT_TYPE.replace("74657874" + "00", "74657874" + "01") + "0000";
    assertThat(EncodedValueCodec.decode(Bytes.ofHex(emptyList)).items()).isEmpty();
    assertMalformed(TEXT_TYPE + "0000", "expected 1 item, got 0");
  }

  @Test
  void bytes_after_the_end_are_refused() {
    assertMalformed(TEXT_TYPE + "0100020000000161" + "00", "1 bytes after the end");
    assertMalformed(TEXT_TYPE + "0100020000000061", "1 bytes after the end");
  }

  @Test
  void items_have_the_length_of_their_type() {
    assertMalformed(INT8_TYPE + "010008000000" + "01" + "00000000000005", "an item is no int8");
    assertMalformed(INT8_TYPE + "010000000000" + "00", "unexpected end of the bytes");
    assertMalformed(INT8_TYPE + "0100ffffffff" + "00", "bytes are missing");
  }

  @Test
  void text_is_utf_8() {
    assertMalformed(TEXT_TYPE + "01000200000001ff", "an item is no text");
  }

  @Test
  void other_versions_and_types_are_refused() {
    assertMalformed("0100" + TEXT_TYPE.substring(4) + "0100020000000161", "unsupported version 1");
    assertMalformed(
        TEXT_TYPE.replace(hex("text"), hex("json")) + "0100020000000161", "unknown data type");
  }

  @Test
  void a_count_does_not_ask_for_memory() {
    String list = TEXT_TYPE.replace("74657874" + "00", "74657874" + "01");
    assertMalformed(list + "ffff", "a count of 65535 is more than the bytes hold");
  }

  @Test
  void a_value_says_what_it_is() {
    assertThat(EncodedValue.text("é").asText()).isEqualTo("é");
    assertThat(EncodedValue.int8(Long.MIN_VALUE).asInt8()).isEqualTo(Long.MIN_VALUE);
    assertThat(EncodedValue.bool(true).asBool()).isTrue();
    assertThat(EncodedValue.numeric(BigInteger.TEN).asNumeric()).isEqualTo("10");
    assertThat(EncodedValue.bytea(Bytes.of(1)).asBytea()).isEqualTo(Bytes.of(1));
    assertThatThrownBy(() -> EncodedValue.text("a").asInt8())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EncodedValue.text("\ud800"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String hex(String text) {
    return Utf8.encode(text).hex();
  }

  private static void assertMalformed(String hex, String why) {
    assertThatThrownBy(() -> EncodedValueCodec.decode(Bytes.ofHex(hex)))
        .isInstanceOf(MalformedException.class)
        .hasMessage(why);
  }
}
