package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// An answer ready to be sent.
///
/// @param httpStatus the status line
/// @param isResult whether it is a result and no error
/// @param json writes the body
/// @param setCookie the one cookie, if there is one
/// @param sent runs once it was sent, or could not be
public record Reply(
    int httpStatus,
    boolean isResult,
    RpcAnswer.ResultWriter json,
    Optional<String> setCookie,
    Runnable sent) {

  /// Writes the body as UTF-8.
  public void writeTo(OutputStream out) throws IOException {
    try (JsonGenerator generator = Json.MAPPER.getFactory().createGenerator(out)) {
      json.writeTo(generator);
    }
  }
}
