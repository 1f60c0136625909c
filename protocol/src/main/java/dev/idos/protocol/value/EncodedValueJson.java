package dev.idos.protocol.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The JSON form of argument values and data types (`kwil-protocol.md` §2.13, §6).
public final class EncodedValueJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EncodedValueJson() {}

  /// A value as JSON.
  public static ObjectNode write(EncodedValue value) {
    ObjectNode json = NODES.objectNode();
    json.set("type", writeType(value.type()));
    if (value.items().isEmpty() && !value.type().isArray()) {
      return json.putNull("data");
    }
    ArrayNode data = json.putArray("data");
    for (Bytes item : value.items()) {
      data.add(EncodedValueCodec.encodeItem(item).base64());
    }
    return json;
  }

  /// A value from JSON.
  public static EncodedValue read(JsonNode json) throws MalformedException {
    DataType type = readType(json.path("type"));
    var items = new ArrayList<@Nullable Bytes>();
    for (JsonNode item : json.path("data")) {
      items.add(EncodedValueCodec.decodeItem(WireReader.of(base64(item))));
    }
    return EncodedValueCodec.checked(type, items);
  }

  /// A data type as JSON.
  public static ObjectNode writeType(DataType type) {
    ObjectNode json = NODES.objectNode();
    json.put("name", type.name()).put("is_array", type.isArray());
    json.putArray("metadata").add(type.precision()).add(type.scale());
    return json;
  }

  /// A data type from JSON; absent metadata is 0, 0.
  public static DataType readType(JsonNode json) throws MalformedException {
    JsonNode metadata = json.path("metadata");
    try {
      return new DataType(
          json.path("name").asText(),
          json.path("is_array").asBoolean(),
          metadata.path(0).asInt(),
          metadata.path(1).asInt());
    } catch (IllegalArgumentException unfit) {
      throw new MalformedException(String.valueOf(unfit.getMessage()));
    }
  }

  private static Bytes base64(JsonNode item) throws MalformedException {
    try {
      return Bytes.ofBase64(item.asText());
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedException("an item is not base64");
    }
  }
}
