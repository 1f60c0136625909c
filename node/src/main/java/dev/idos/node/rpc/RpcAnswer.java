package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/// What a method answers: a result, and maybe a cookie.
///
/// @param sent runs once the answer was sent, or could not be
public record RpcAnswer(ResultWriter result, Optional<String> setCookie, Runnable sent) {

  /// Writes a result. Called once, after everything that could fail has happened.
  @FunctionalInterface
  public interface ResultWriter {
    void writeTo(JsonGenerator out) throws IOException;
  }

  /// An answer made beforehand.
  public static RpcAnswer of(JsonNode result) {
    return written(out -> out.writeTree(result));
  }

  /// An answer that may be too large to be made beforehand.
  public static RpcAnswer written(ResultWriter result) {
    return new RpcAnswer(result, Optional.empty(), () -> {});
  }

  /// The same answer with the one cookie of this node.
  public RpcAnswer withCookie(String header) {
    return new RpcAnswer(result, Optional.of(header), sent);
  }

  /// The same answer, after which something is to be given back.
  public RpcAnswer afterwards(Runnable whenSent) {
    return new RpcAnswer(result, setCookie, whenSent);
  }
}
