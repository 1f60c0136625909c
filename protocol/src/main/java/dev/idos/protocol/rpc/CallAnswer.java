package dev.idos.protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.query.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The result of `user.call`: rows, what the view had to say, and why it refused.
public record CallAnswer(Rows rows, String logs, Optional<String> error) {

  private static final Rows NONE = new Rows(List.of(), List.of());

  /// A view that answered.
  public static CallAnswer of(Rows rows) {
    return new CallAnswer(rows, "", Optional.empty());
  }

  /// A view that refused, in the words of the wire.
  public static CallAnswer refused(String error) {
    return new CallAnswer(NONE, "", Optional.of(error));
  }

  /// Writes it as an object; `query_result` is an object even when there is nothing in it.
  public void writeTo(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeFieldName("query_result");
    RowsJson.write(out, rows);
    out.writeStringField("logs", logs);
    out.writeFieldName("error");
    if (error.isPresent()) {
      out.writeString(error.get());
    } else {
      out.writeNull();
    }
    out.writeEndObject();
  }

  /// Reads the `result` of an answer.
  public static CallAnswer read(JsonNode result) throws MalformedException {
    String error = Members.text(result, "error");
    return new CallAnswer(
        RowsJson.read(result.path("query_result")),
        Members.text(result, "logs"),
        result.path("error").isTextual() ? Optional.of(error) : Optional.empty());
  }
}
