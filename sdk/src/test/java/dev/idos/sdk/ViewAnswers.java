package dev.idos.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Results of `user.call`.
final class ViewAnswers {

  private ViewAnswers() {}

  static ObjectNode noRows() {
    var result = ScriptedNode.object().put("logs", "").putNull("error");
    result
        .putObject("query_result")
        .putNull("column_names")
        .putNull("column_types")
        .putNull("values");
    return result;
  }

  /// One row of texts: name, value, name, value …
  static ObjectNode row(String... namesAndValues) {
    var result = ScriptedNode.object().put("logs", "").putNull("error");
    var rows = result.putObject("query_result");
    var names = rows.putArray("column_names");
    var values = rows.putArray("values").addArray();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      names.add(namesAndValues[i]);
      values.add(namesAndValues[i + 1]);
    }
    return result;
  }
}
