package dev.idos.credentials.text;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON as signed documents need it: an object whose members are all different, not nested deeply.
public final class StrictJson {

  private static final int MAX_DEPTH = 32;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(
          Map.of(
              JsonConfig.KEY_STRATEGY,
              JsonConfig.KeyStrategy.NONE,
              "org.eclipse.parsson.maxDepth",
              MAX_DEPTH));

  private StrictJson() {}

  /// The object of a text, or nothing if the text is anything else.
  public static Optional<JsonObject> object(String json) {
    try (var reader = READERS.createReader(new StringReader(json))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException malformed) {
      return Optional.empty();
    } catch (RuntimeException limitReached) {
      // the parser tells a document nested too deeply by a bare RuntimeException
      return Optional.empty();
    }
  }

  /// A member that is a text.
  public static Optional<String> text(JsonObject object, String member) {
    return object.get(member) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /// A member that is an object.
  public static Optional<JsonObject> object(JsonObject object, String member) {
    return object.get(member) instanceof JsonObject inner ? Optional.of(inner) : Optional.empty();
  }

  /// The values of a member that may be one or a list; none if it is missing.
  public static List<JsonValue> values(JsonObject object, String member) {
    JsonValue value = object.get(member);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray list ? List.copyOf(list) : List.of(value);
  }

  /// The texts of a member that may be one or a list.
  public static List<String> texts(JsonObject object, String member) {
    return values(object, member).stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .toList();
  }
}
