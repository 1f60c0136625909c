package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One row of a view, read by column name. What has not the promised form is not believed.
final class Row {

  private final Map<String, JsonNode> values;

  private Row(Map<String, JsonNode> values) {
    this.values = values;
  }

  /// The rows of a `query_result`, which is all nulls when there are none.
  static List<Row> readAll(JsonNode queryResult) {
    var names = queryResult.path("column_names");
    var rows = new ArrayList<Row>();
    for (JsonNode values : queryResult.path("values")) {
      if (values.size() != names.size()) {
        throw new Distrusted(Doubt.ANSWER);
      }
      var row = new HashMap<String, JsonNode>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i).asText(), values.get(i));
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  String text(String column) {
    return maybeText(column).orElseThrow(() -> new Distrusted(Doubt.ANSWER));
  }

  Optional<String> maybeText(String column) {
    var value = value(column);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  UUID uuid(String column) {
    return maybeUuid(column).orElseThrow(() -> new Distrusted(Doubt.ANSWER));
  }

  Optional<UUID> maybeUuid(String column) {
    try {
      return maybeText(column).map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      throw new Distrusted(Doubt.ANSWER);
    }
  }

  /// A 64-bit number, which travels as decimal text.
  long number(String column) {
    try {
      return Long.parseLong(value(column).asText());
    } catch (NumberFormatException notANumber) {
      throw new Distrusted(Doubt.ANSWER);
    }
  }

  boolean flag(String column) {
    var value = value(column);
    if (!value.isBoolean()) {
      throw new Distrusted(Doubt.ANSWER);
    }
    return value.asBoolean();
  }

  private JsonNode value(String column) {
    return values.getOrDefault(column, MissingNode.getInstance());
  }
}
