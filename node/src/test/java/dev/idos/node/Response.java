package dev.idos.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/// What a node sent back.
record Response(HttpResponse<String> http) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  int status() {
    return http.statusCode();
  }

  String header(String name) {
    return http.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    try {
      return MAPPER.readTree(http.body());
    } catch (IOException noJson) {
      throw new AssertionError("not JSON: " + http.body(), noJson);
    }
  }

  JsonNode result() {
    JsonNode json = json();
    if (!json.has("result")) {
      throw new AssertionError("no result: " + http.body());
    }
    return json.path("result");
  }

  int errorCode() {
    return json().path("error").path("code").asInt();
  }

  String errorMessage() {
    return json().path("error").path("message").asText();
  }

  JsonNode errorData() {
    return json().path("error").path("data");
  }
}
