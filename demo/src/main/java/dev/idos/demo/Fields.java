package dev.idos.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.demo.site.ApiProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads the members of a JSON object that somebody sent, or says which one is wrong.
public final class Fields {

  private static final int LONGEST = 4096;

  private final JsonNode json;

  private Fields(JsonNode json) {
    this.json = json;
  }

  /// The members of an object.
  public static Fields of(JsonNode json) {
    return new Fields(json);
  }

  /// A text.
  public String text(String name) {
    return maybeText(name).orElseThrow(() -> ApiProblem.badRequest("expected a text for " + name));
  }

  /// A text that may be missing or null.
  public Optional<String> maybeText(String name) {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.asText().length() > LONGEST) {
      throw ApiProblem.badRequest("expected a text for " + name);
    }
    return Optional.of(value.asText());
  }

  /// A UUID.
  public UUID uuid(String name) {
    return maybeUuid(name).orElseThrow(() -> ApiProblem.badRequest("expected an id for " + name));
  }

  /// A UUID that may be missing or null.
  public Optional<UUID> maybeUuid(String name) {
    try {
      return maybeText(name).map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      throw ApiProblem.badRequest("expected an id for " + name);
    }
  }

  /// An object inside.
  public Fields object(String name) {
    return maybeObject(name)
        .orElseThrow(() -> ApiProblem.badRequest("expected an object for " + name));
  }

  /// An object inside that may be missing or null.
  public Optional<Fields> maybeObject(String name) {
    var value = json.path(name);
    return value.isObject() ? Optional.of(new Fields(value)) : Optional.empty();
  }

  /// All members, which are texts.
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    json.fieldNames().forEachRemaining(name -> texts.put(name, text(name)));
    return texts;
  }
}
