package dev.idos.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The golden files that Java and TypeScript share, read from the root of the checkout.
public final class Vectors {

  public static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /// A file below the root of the checkout.
  public static Path path(String relative) {
    return Path.of(Objects.requireNonNull(System.getProperty("idos.root"), "idos.root"))
        .resolve(relative);
  }

  /// A vector file as JSON.
  public static JsonNode read(String name) {
    try {
      return JSON.readTree(Files.readString(path("vectors/" + name)));
    } catch (IOException missing) {
      throw new AssertionError("vectors/" + name + " cannot be read", missing);
    }
  }

  /// The row of `kwil.json` with a name.
  public static JsonNode kwil(String name) {
    for (JsonNode row : read("kwil.json")) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("kwil.json has no row " + name);
  }
}
