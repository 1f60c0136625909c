package dev.idos.protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.query.Rows;
import dev.idos.protocol.value.DataType;
import dev.idos.protocol.value.EncodedValueJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows as JSON (`kwil-protocol.md` §6): 64-bit integers and numerics are strings, bytes are
/// base64, and no rows at all are three nulls.
public final class RowsJson {

  private RowsJson() {}

  /// Writes rows as the object of a query result.
  public static void write(JsonGenerator out, Rows rows) throws IOException {
    out.writeStartObject();
    if (rows.values().isEmpty()) {
      out.writeNullField("column_names");
      out.writeNullField("column_types");
      out.writeNullField("values");
    } else {
      writeColumns(out, rows.columns());
      out.writeArrayFieldStart("values");
      for (List<@Nullable Object> row : rows.values()) {
        writeList(out, row);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  /// Reads the object of a query result.
  public static Rows read(JsonNode json) throws MalformedException {
    var columns = new ArrayList<Rows.Column>();
    for (JsonNode name : json.path("column_names")) {
      DataType type = EncodedValueJson.readType(json.path("column_types").path(columns.size()));
      columns.add(new Rows.Column(name.asText(), type));
    }
    var values = new ArrayList<List<@Nullable Object>>();
    for (JsonNode row : json.path("values")) {
      if (row.size() != columns.size()) {
        throw new MalformedException("expected " + columns.size() + " values in a row");
      }
      values.add(readRow(columns, row));
    }
    return new Rows(columns, values);
  }

  private static void writeColumns(JsonGenerator out, List<Rows.Column> columns)
      throws IOException {
    out.writeArrayFieldStart("column_names");
    for (Rows.Column column : columns) {
      out.writeString(column.name());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("column_types");
    for (Rows.Column column : columns) {
      writeType(out, column.type());
    }
    out.writeEndArray();
  }

  private static void writeType(JsonGenerator out, DataType type) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", type.name());
    out.writeBooleanField("is_array", type.isArray());
    out.writeFieldName("metadata");
    out.writeArray(new int[] {type.precision(), type.scale()}, 0, 2);
    out.writeEndObject();
  }

  private static void writeList(JsonGenerator out, List<? extends @Nullable Object> values)
      throws IOException {
    out.writeStartArray();
    for (Object value : values) {
      writeValue(out, value);
    }
    out.writeEndArray();
  }

  private static void writeValue(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Boolean truth -> out.writeBoolean(truth);
      case Bytes bytes -> out.writeBinary(bytes.exposeUnshared());
      case List<?> list -> writeList(out, list);
      default -> out.writeString(value.toString());
    }
  }

  private static List<@Nullable Object> readRow(List<Rows.Column> columns, JsonNode row)
      throws MalformedException {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(readValue(columns.get(i).type(), row.get(i)));
    }
    return values;
  }

  private static @Nullable Object readValue(DataType type, JsonNode json)
      throws MalformedException {
    if (json.isNull()) {
      return null;
    }
    if (!json.isArray()) {
      return readScalar(type, json);
    }
    var values = new ArrayList<@Nullable Object>(json.size());
    for (JsonNode element : json) {
      values.add(element.isNull() ? null : readScalar(type, element));
    }
    return values;
  }

  private static Object readScalar(DataType type, JsonNode json) throws MalformedException {
    String text = json.asText();
    try {
      return switch (type.kind()) {
        case TEXT, NULL -> text;
        case INT8 -> Long.parseLong(text);
        case BOOL -> json.asBoolean();
        case BYTEA -> Bytes.ofBase64(text);
        case UUID -> UUID.fromString(text);
        case NUMERIC -> readNumeric(type, text);
      };
    } catch (IllegalArgumentException unfit) {
      throw new MalformedException("expected a value of type " + type.text());
    }
  }

  private static Object readNumeric(DataType type, String text) throws MalformedException {
    if (text.length() > 1_002) {
      throw new MalformedException("a number is too long");
    }
    var number = new BigDecimal(text);
    if (type.scale() > 0) {
      return number;
    }
    if (number.scale() != 0) {
      throw new MalformedException("expected a value of type " + type.text());
    }
    return number.unscaledValue();
  }
}
