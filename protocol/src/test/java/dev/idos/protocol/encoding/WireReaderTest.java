package dev.idos.protocol.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireReaderTest {

  /// Reads something.
  @FunctionalInterface
  interface Reading {
    @Nullable Object from(WireReader in) throws MalformedException;
  }

  @Test
  void a_varint_is_as_short_as_it_can_be() throws Exception {
    assertThat(WireReader.of(Bytes.ofHex("0161")).compactText()).isEqualTo("a");
    assertMalformed("810061", WireReader::compactText);
    assertMalformed("80", WireReader::compactText);
    assertMalformed("ffffffffffffffffffff01", WireReader::compactText);
  }

  @Test
  void a_text_is_utf_8() throws Exception {
    assertThat(WireReader.of(Bytes.ofHex("03efbfbd")).compactText()).isEqualTo("\uFFFD");
    assertMalformed("01ff", WireReader::compactText);
    assertMalformed("02c080", WireReader::compactText);
    assertMalformed("03eda080", WireReader::compactText);
  }

  @Test
  void a_length_is_never_more_than_what_is_left() {
    assertMalformed("ffffff7f", WireReader::bytes);
    assertMalformed("0500000000", WireReader::bytes);
    assertMalformed("ffffffff0f", WireReader::compactText);
  }

  @Test
  void nil_is_not_empty() throws Exception {
    assertThat(WireReader.of(Bytes.ofHex("ffffffff")).nullableBytes()).isNull();
    assertMalformed("ffffffff", WireReader::bytes);
    assertMalformed("01", WireReader::compactBytes);
  }

  @Test
  void a_number_has_one_spelling() {
    assertMalformed("01022b31", WireReader::bigInteger);
    assertMalformed("01023031", WireReader::bigInteger);
    assertMalformed("01022d30", WireReader::bigInteger);
    assertMalformed("0100", WireReader::bigInteger);
    assertMalformed("020131", WireReader::bigInteger);
  }

  @Test
  void a_number_of_64_bits_is_not_negative() {
    assertMalformed("ffffffffffffffff", WireReader::u64);
  }

  private static void assertMalformed(String hex, Reading reading) {
    assertThatThrownBy(() -> reading.from(WireReader.of(Bytes.ofHex(hex))))
        .isInstanceOf(MalformedException.class);
  }
}
