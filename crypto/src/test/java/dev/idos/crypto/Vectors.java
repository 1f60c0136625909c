package dev.idos.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The vectors of the checkout, by topic or name.
final class Vectors {

  private static final Path ROOT = Path.of(System.getProperty("idos.root"), "vectors");

  private Vectors() {}

  static JsonNode read(String file) {
    try {
      return new ObjectMapper().readTree(ROOT.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> kwil(String topic) {
    List<JsonNode> found =
        read("kwil.json").valueStream().filter(v -> v.at("/topic").asText().equals(topic)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no vectors of topic " + topic);
    }
    return found;
  }

  static Stream<JsonNode> signatures(String topic) {
    return read("signatures.json").valueStream().filter(v -> v.at("/topic").asText().equals(topic));
  }

  static JsonNode kwil(String topic, String name) {
    return kwil(topic).stream()
        .filter(v -> v.at("/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vector " + name));
  }

  /// Leaf texts, by JSON pointer below the vector.
  static String text(JsonNode vector, String pointer) {
    JsonNode value = vector.at(pointer);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text at " + pointer);
    }
    return value.asText();
  }

  static Bytes hex(JsonNode vector, String pointer) {
    return Bytes.ofHex(text(vector, pointer));
  }
}
