package dev.idos.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The id that an issuer gave its public notes: the one top-level string member `id` (`ledger.md`
/// §1). Whatever else the notes are, there is an answer, and it is the same everywhere.
public final class NotesId {

  /// The id of notes that have none.
  public static final String NONE = "";

  private static final int MAX_BYTES = 256;
  private static final int MAX_NESTING = 32;

  /// Every limit but the nesting is out of reach, so that only grammar decides.
  private static final JsonFactory STRICT_JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private NotesId() {}

  /// The id inside the notes, `''` if there is none that can be used.
  public static String of(String publicNotes) {
    try (JsonParser parser = STRICT_JSON.createParser(publicNotes)) {
      String id = read(parser);
      return isUsable(id) ? id : NONE;
    } catch (JsonProcessingException notJson) {
      return NONE;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return NONE;
    }
    String id = NONE;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isId = parser.currentName().equals("id");
      if (parser.nextToken() == JsonToken.VALUE_STRING && isId) {
        id = parser.getText();
      }
      parser.skipChildren();
    }
    return parser.nextToken() == null ? id : NONE;
  }

  private static boolean isUsable(String id) {
    return id.indexOf('\0') < 0 && Utf8.isWellFormed(id) && Utf8.length(id) <= MAX_BYTES;
  }
}
