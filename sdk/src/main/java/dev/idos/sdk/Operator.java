package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Who runs a node, and where it answers.
public record Operator(
    String name,
    String country,
    List<String> urls,
    long height,
    boolean healthy,
    boolean isThisNode) {

  public Operator {
    urls = List.copyOf(urls);
  }

  static List<Operator> readAll(JsonNode operators) {
    var list = new ArrayList<Operator>();
    for (JsonNode operator : operators) {
      var urls = new ArrayList<String>();
      operator.path("urls").forEach(url -> urls.add(url.asText()));
      list.add(
          new Operator(
              operator.path("name").asText(),
              operator.path("country").asText(),
              urls,
              operator.path("height").asLong(),
              operator.path("healthy").asBoolean(),
              operator.path("is_this_node").asBoolean()));
    }
    return List.copyOf(list);
  }
}
