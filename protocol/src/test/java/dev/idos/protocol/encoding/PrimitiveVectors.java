package dev.idos.protocol.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import java.math.BigInteger;

/// The rows of topic `primitive`.
public final class PrimitiveVectors {

  private PrimitiveVectors() {}

  public static void run(String name, JsonNode inputs, JsonNode expected) throws Exception {
    if (name.startsWith("prim.compact_bytes_length")) {
      int length = inputs.path("length").asInt();
      assertWritten(new WireWriter().compactLength(length), expected.path("prefix_hex"));
      if (length >= 0) {
        Bytes content = Bytes.ofUnshared(new byte[length]);
        Bytes encoded = new WireWriter().compactBytes(content).toBytes();
        assertThat(WireReader.of(encoded).compactBytes()).isEqualTo(content);
      }
    } else if (name.startsWith("prim.compact_string_length")) {
      String text = "a".repeat(inputs.path("length").asInt());
      assertWritten(new WireWriter().unsignedVarint(text.length()), expected.path("prefix_hex"));
      Bytes encoded = new WireWriter().compactText(text).toBytes();
      assertThat(WireReader.of(encoded).compactText()).isEqualTo(text);
    } else if (name.startsWith("prim.bigint")) {
      JsonNode value = inputs.path("value");
      var number = value.isNull() ? null : new BigInteger(value.asText());
      assertWritten(new WireWriter().bigInteger(number), expected.path("hex"));
      Bytes encoded = new WireWriter().bigInteger(number).toBytes();
      assertThat(WireReader.of(encoded).bigInteger()).isEqualTo(number);
    } else {
      runLengthPrefixed(name, inputs, expected);
    }
  }

  private static void runLengthPrefixed(String name, JsonNode inputs, JsonNode expected)
      throws Exception {
    Bytes encoded = Bytes.ofHex(expected.path("hex").asText());
    switch (name) {
      case "prim.write_bytes_nil" -> {
        assertWritten(new WireWriter().bytes(null), expected.path("hex"));
        assertThat(WireReader.of(encoded).nullableBytes()).isNull();
      }
      case "prim.write_bytes_empty" -> {
        assertWritten(new WireWriter().bytes(Bytes.EMPTY), expected.path("hex"));
        assertThat(WireReader.of(encoded).nullableBytes()).isEqualTo(Bytes.EMPTY);
      }
      case "prim.write_string_main" -> {
        String text = inputs.path("value").asText();
        assertWritten(new WireWriter().text(text), expected.path("hex"));
        assertThat(WireReader.of(encoded).text()).isEqualTo(text);
      }
      default -> throw new AssertionError("nobody runs " + name);
    }
  }

  private static void assertWritten(WireWriter writer, JsonNode hex) {
    assertThat(writer.toBytes().hex()).isEqualTo(hex.asText());
  }
}
