package dev.idos.credentials;

import dev.idos.credentials.text.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The parts of `vectors/credentials.json`.
public final class Vectors {

  private static final JsonObject ALL = read();

  private Vectors() {}

  /// The parts that are lists, such as `files`.
  public static JsonArray list(String name) {
    return ALL.getJsonArray(name);
  }

  /// The parts that are objects, such as `proof`.
  public static JsonObject object(String name) {
    return ALL.getJsonObject(name);
  }

  private static JsonObject read() {
    try {
      Path file = Path.of(System.getProperty("idos.root", ".."), "vectors", "credentials.json");
      return StrictJson.object(Files.readString(file)).orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
