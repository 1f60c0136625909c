package dev.idos.sdk.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.protocol.Refusal;
import java.util.Optional;

/// Finds out which no an answer is: by the permanent code where the node sends it, else by the
/// words, which stock nodes have in common with ours.
public final class RefusalReader {

  private static final String LOG_MARK = "ERROR: ";

  private RefusalReader() {}

  /// The refusal inside an error of the JSON-RPC layer.
  public static NodeRefusal ofFault(Reply.Fault fault) {
    var text = fault.data().path("message").asText(fault.message());
    var code = fault.data().path("refusal");
    if (code.isInt()) {
      return ofCode(code.asInt(), text);
    }
    return byWords(text).orElse(new NodeRefusal.ByGateway(fault.code(), text));
  }

  /// The refusal inside the result of an executed transaction whose code is not 0.
  public static NodeRefusal ofResult(JsonNode result) {
    var log = result.path("log").asText();
    int mark = log.lastIndexOf(LOG_MARK);
    var text = mark < 0 ? log : log.substring(mark + LOG_MARK.length());
    var code = result.path("refusal");
    if (code.isInt()) {
      return ofCode(code.asInt(), text);
    }
    return byWords(text).orElse(new NodeRefusal.Unlisted(result.path("code").asInt(), text));
  }

  /// The refusal a view reports beside its rows, if it does.
  public static Optional<NodeRefusal> ofView(JsonNode result) {
    var error = result.path("error");
    if (!error.isTextual() || error.asText().isEmpty()) {
      return Optional.empty();
    }
    var code = result.path("refusal");
    return Optional.of(
        code.isInt()
            ? ofCode(code.asInt(), error.asText())
            : byWords(error.asText()).orElse(new NodeRefusal.Unlisted(0, error.asText())));
  }

  private static NodeRefusal ofCode(int code, String text) {
    for (Refusal reason : Refusal.values()) {
      if (reason.code() == code) {
        return new NodeRefusal.ByLedger(reason, text);
      }
    }
    return new NodeRefusal.Unlisted(code, text);
  }

  private static Optional<NodeRefusal> byWords(String text) {
    for (Refusal reason : Refusal.values()) {
      if (text.equals(reason.wireText()) || text.startsWith(beforeDetail(reason))) {
        return Optional.of(new NodeRefusal.ByLedger(reason, text));
      }
    }
    return Optional.empty();
  }

  /// The fixed words before the first detail; a text that begins with a detail matches nothing.
  private static String beforeDetail(Refusal reason) {
    int detail = reason.wireText().indexOf("%s");
    return detail < 12 ? "\u0000" : reason.wireText().substring(0, detail);
  }
}
