package dev.idos.protocol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of topics `encoded_value` and `decimal`.
public final class EncodedValueVectors {

  private EncodedValueVectors() {}

  public static void run(String name, JsonNode inputs, JsonNode expected) throws Exception {
    if (inputs.has("js")) {
      runWhatKwilJsCannotSend(name);
      return;
    }
    Bytes encoded = Bytes.ofHex(expected.path("encoded_value_hex").asText());
    EncodedValue decoded = EncodedValueCodec.decode(encoded);
    assertThat(EncodedValueCodec.encode(decoded)).isEqualTo(encoded);
    assertThat(EncodedValueCodec.size(decoded)).isEqualTo(encoded.length());
    assertThat(EncodedValueJson.read(EncodedValueJson.write(decoded))).isEqualTo(decoded);
    if (inputs.has("type")) {
      runGo(inputs, expected, decoded);
    } else {
      assertThat(content(decoded)).isEqualTo(jsContent(inputs.path("js_value")));
    }
  }

  public static void runDecimal(String name, JsonNode inputs, JsonNode expected) throws Exception {
    String[] parts = inputs.path("value_and_type").asText().split("[(,)]", -1);
    var type = new int[] {Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    EncodedValue value = EncodedValue.numeric(new BigDecimal(parts[0]), type[0], type[1]);
    EncodedValue decoded = EncodedValueCodec.decode(EncodedValueCodec.encode(value));
    assertThat(decoded.asNumeric().toString()).as(name).isEqualTo(expected.path("json").asText());
  }

  /// kwil-js throws before it sends these; from another client the bytes are judged as they are.
  private static void runWhatKwilJsCannotSend(String name) throws Exception {
    switch (name) {
      case "ev.kwiljs.int_neg" -> {
        Bytes encoded = EncodedValueCodec.encode(EncodedValue.int8(-1));
        assertThat(EncodedValueCodec.decode(encoded).asInt8()).isEqualTo(-1);
      }
      case "ev.kwiljs.int_str" -> {
        EncodedValue text = EncodedValue.text("5");
        Bytes asText = EncodedValueCodec.encode(text);
        Bytes asInt8 = Bytes.ofHex(asText.hex().replace(hex("text"), hex("int8")));
        assertThatThrownBy(() -> EncodedValueCodec.decode(asInt8))
            .isInstanceOf(MalformedException.class);
      }
      default -> throw new AssertionError("nobody runs " + name);
    }
  }

  private static void runGo(JsonNode inputs, JsonNode expected, EncodedValue decoded)
      throws Exception {
    assertThat(EncodedValueCodec.encodeType(decoded.type()).hex())
        .isEqualTo(expected.path("data_type_hex").asText());
    assertThat(EncodedValueJson.write(decoded).toString())
        .isEqualTo(expected.path("json").toString());
    assertThat(EncodedValueJson.read(expected.path("json"))).isEqualTo(decoded);
    EncodedValue made =
        inputs.has("value_hex")
            ? EncodedValue.bytea(Bytes.ofHex(inputs.path("value_hex").asText()))
            : make(inputs.path("type").asText(), inputs.path("value"));
    assertThat(made).isEqualTo(decoded);
  }

  /// A value of a type written like `numeric(6,3)` or `text[]`.
  public static EncodedValue make(String type, JsonNode value) {
    if (type.endsWith("[]")) {
      String element = type.substring(0, type.length() - 2);
      var items = new ArrayList<@Nullable Bytes>();
      for (JsonNode item : value) {
        items.add(item.isNull() ? null : make(element, item).items().getFirst());
      }
      return EncodedValue.array(DataTypes.named(element), items);
    }
    if (value.isNull()) {
      return type.equals("null")
          ? EncodedValue.nullValue()
          : new EncodedValue(DataTypes.named(type), nullItem());
    }
    String text = value.asText();
    return switch (type.replaceAll("\\(.*", "")) {
      case "text" -> EncodedValue.text(text);
      case "int8" -> EncodedValue.int8(Long.parseLong(text));
      case "bool" -> EncodedValue.bool(value.asBoolean());
      case "uuid" -> EncodedValue.uuid(UUID.fromString(text));
      case "numeric" -> {
        DataType numeric = DataTypes.named(type);
        yield numeric.scale() == 0
            ? EncodedValue.numeric(new BigInteger(text))
            : EncodedValue.numeric(new BigDecimal(text), numeric.precision(), numeric.scale());
      }
      default -> throw new AssertionError("no sample of " + type);
    };
  }

  private static List<@Nullable Object> content(EncodedValue value) {
    var content = new ArrayList<@Nullable Object>();
    for (Bytes item : value.items()) {
      content.add(item == null ? null : scalar(value.type().kind(), item));
    }
    if (!value.type().isArray() && content.isEmpty()) {
      content.add(null);
    }
    return content;
  }

  private static Object scalar(DataType.Kind kind, Bytes item) {
    return switch (kind) {
      case TEXT, NUMERIC -> Utf8.decode(item).orElseThrow();
      case INT8 -> Long.toString(EncodedValue.Items.readInt8(item));
      case BOOL -> Boolean.toString(item.at(0) == 1);
      case UUID -> UuidV5.read(item).toString();
      case BYTEA -> "bytes:" + item.hex();
      case NULL -> throw new AssertionError("null has no item");
    };
  }

  private static List<@Nullable Object> jsContent(JsonNode value) {
    var content = new ArrayList<@Nullable Object>();
    if (value.isArray()) {
      value.forEach(item -> content.add(jsScalar(item)));
    } else {
      content.add(jsScalar(value));
    }
    return content;
  }

  private static @Nullable Object jsScalar(JsonNode value) {
    boolean isAbsent = value.isNull() || value.isMissingNode();
    return isAbsent || value.asText().equals("undefined")
        ? null
        : value.asText().replaceAll("^([0-9]+)n$", "$1");
  }

  private static List<@Nullable Bytes> nullItem() {
    var items = new ArrayList<@Nullable Bytes>();
    items.add(null);
    return items;
  }

  private static String hex(String text) {
    return Utf8.encode(text).hex();
  }

  /// Data types by their written form.
  private static final class DataTypes {
    private static DataType named(String type) {
      String[] parts = type.split("[(,)]", -1);
      return parts.length == 1
          ? new DataType(type, false, 0, 0)
          : new DataType(parts[0], false, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
  }
}
