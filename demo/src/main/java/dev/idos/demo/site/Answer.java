package dev.idos.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;

/// What an API answers.
///
/// @param contentType stated by us, never by who sent the bytes
public record Answer(int status, String contentType, Bytes body) {

  /// JSON.
  public static Answer json(JsonNode json) {
    return json(200, json);
  }

  /// A picture, shown as such and as nothing else.
  public static Answer picture(String contentType, Bytes body) {
    return new Answer(200, contentType, body);
  }

  static Answer json(int status, JsonNode json) {
    return new Answer(status, "application/json; charset=utf-8", Utf8.encode(json.toString()));
  }
}
