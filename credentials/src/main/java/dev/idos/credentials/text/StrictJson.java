package dev.idos.credentials.text;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// JSON as signed documents need it: an object whose members are all different, not nested deeply.
public final class StrictJson {

  private static final int MAX_DEPTH = 32;

  private static final JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH));

  private StrictJson() {}

  /// The object of a text, or nothing if the text is anything else or goes on after it.
  public static Optional<JsonObject> object(String json) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
      JsonValue value = value(parser, parser.next());
      return value instanceof JsonObject object && !parser.hasNext()
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonException | IllegalStateException | NoSuchElementException malformed) {
      return Optional.empty();
    } catch (RuntimeException limitReached) {
      // the parser tells a document nested too deeply by a bare RuntimeException
      return Optional.empty();
    }
  }

  // The library's own reader of objects lets the last of two equal members win.
  private static JsonValue value(JsonParser parser, Event event) {
    return switch (event) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      default -> parser.getValue();
    };
  }

  private static JsonObject members(JsonParser parser) {
    var names = new HashSet<String>();
    JsonObjectBuilder object = Json.createObjectBuilder();
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      if (!names.add(name)) {
        throw new JsonException("a member is written twice");
      }
      object.add(name, value(parser, parser.next()));
    }
    return object.build();
  }

  private static JsonArray items(JsonParser parser) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      list.add(value(parser, event));
    }
    return list.build();
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
