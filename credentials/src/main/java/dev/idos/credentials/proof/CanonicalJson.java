package dev.idos.credentials.proof;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.TreeMap;

/// The one way to write a JSON value (RFC 8785), so that whoever signs it and whoever checks it
/// hash the same bytes. Written to a stream: a credential with files is never held twice.
public final class CanonicalJson {

  private CanonicalJson() {}

  /// The SHA-256 of the canonical bytes.
  ///
  /// @throws UnprovableDocument if a text has an unpaired surrogate or a number is not finite, for
  ///     which there are no canonical bytes
  public static Bytes hash(JsonValue value) throws UnprovableDocument {
    var digest = Sha256.newDigest();
    var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()), 1 << 16)) {
      write(value, writer);
    } catch (CharacterCodingException | IllegalArgumentException notCanonical) {
      throw new UnprovableDocument(notCanonical);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.ofUnshared(digest.digest());
  }

  /// The canonical text.
  public static String text(JsonValue value) {
    var writer = new StringWriter();
    try {
      write(value, writer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return writer.toString();
  }

  private static void write(JsonValue value, Writer out) throws IOException {
    switch (value.getValueType()) {
      case OBJECT -> writeObject(value.asJsonObject(), out);
      case ARRAY -> {
        String separator = "[";
        for (JsonValue item : value.asJsonArray()) {
          out.write(separator);
          write(item, out);
          separator = ",";
        }
        out.write(value.asJsonArray().isEmpty() ? "[]" : "]");
      }
      case STRING -> writeText(((JsonString) value).getString(), out);
      case NUMBER -> out.write(CanonicalNumber.text(((JsonNumber) value).doubleValue()));
      case TRUE -> out.write("true");
      case FALSE -> out.write("false");
      case NULL -> out.write("null");
    }
  }

  private static void writeObject(JsonObject object, Writer out) throws IOException {
    String separator = "{";
    for (var member :
        new TreeMap<>(object).entrySet()) { // sorted by UTF-16 units, as RFC 8785 asks
      out.write(separator);
      writeText(member.getKey(), out);
      out.write(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.write(object.isEmpty() ? "{}" : "}");
  }

  private static void writeText(String text, Writer out) throws IOException {
    out.write('"');
    int written = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit < ' ' || unit == '"' || unit == '\\') {
        out.write(text, written, at - written);
        out.write(escaped(unit));
        written = at + 1;
      }
    }
    out.write(text, written, text.length() - written);
    out.write('"');
  }

  private static String escaped(char unit) {
    return switch (unit) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> String.format("\\u%04x", (int) unit);
    };
  }
}
