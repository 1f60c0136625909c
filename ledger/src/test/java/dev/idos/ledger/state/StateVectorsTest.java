package dev.idos.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The hashes of `vectors/state-root.json`, which a program in another language computed.
class StateVectorsTest {

  private static JsonNode vectors() throws IOException {
    return new ObjectMapper()
        .readTree(Path.of(System.getProperty("idos.root"), "vectors", "state-root.json").toFile());
  }

  @Test
  void rows_are_hashed_as_the_vectors_say() throws IOException {
    JsonNode rows = vectors().get("rows");
    assertThat(rows.size()).isEqualTo(7);
    for (JsonNode row : rows) {
      Table<Fields> table = table(row);
      Fields fields = fields(row);
      assertThat(LeafEncoding.key(table, table.key(fields)).hex())
          .isEqualTo(row.get("key").asText());
      assertThat(LeafEncoding.value(table, fields).hex()).isEqualTo(row.get("value").asText());
    }
  }

  @Test
  void roots_are_those_of_the_vectors() throws IOException {
    JsonNode trees = vectors().get("trees");
    assertThat(trees.size()).isEqualTo(8);
    for (JsonNode vector : trees) {
      var tree = new StateTree();
      for (JsonNode leaf : vector.get("leaves")) {
        tree.put(Bytes.ofHex(leaf.get("key").asText()), Bytes.ofHex(leaf.get("value").asText()));
      }
      assertThat(tree.root().hex())
          .as(vector.get("name").asText())
          .isEqualTo(vector.get("root").asText());
    }
  }

  private static Table<Fields> table(JsonNode row) {
    var columns = new ArrayList<Column<Fields>>();
    for (JsonNode column : row.get("columns")) {
      int place = columns.size();
      columns.add(
          Column.nullable(
              "c" + place,
              Kind.valueOf(column.get("kind").asText()),
              fields -> fields.values().get(place)));
    }
    return new Table<>(
        row.get("table").asText(),
        row.get("id").asInt(),
        row.get("version").asInt(),
        row.get("keyLength").asInt(),
        columns,
        fields -> fields);
  }

  private static Fields fields(JsonNode row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode column : row.get("columns")) {
      values.add(value(Kind.valueOf(column.get("kind").asText()), column.get("value")));
    }
    return new Fields(values);
  }

  private static @Nullable Object value(Kind kind, JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    return switch (kind) {
      case TEXT -> json.asText();
      case UUID -> UUID.fromString(json.asText());
      case INT8 -> Long.parseLong(json.asText());
      case NUMERIC -> new BigInteger(json.asText());
      case BOOL -> json.asBoolean();
      case BYTES -> Bytes.ofHex(json.asText());
    };
  }
}
