package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads the envelope of a request from a stream. A large body is read on only once it is known
/// which method it is for, and only for the two methods that carry a transaction.
final class EnvelopeReader {

  private static final int LONGEST_ID = 256;

  private EnvelopeReader() {}

  /// Reads one request, all of the stream.
  static Envelope read(InputStream body, long length) throws EnvelopeFailure, IOException {
    try (JsonParser parser = Json.MAPPER.getFactory().createParser(body)) {
      return read(parser, length);
    } catch (JsonProcessingException malformed) {
      throw EnvelopeFailure.notJson();
    }
  }

  private static Envelope read(JsonParser parser, long length) throws EnvelopeFailure, IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw EnvelopeFailure.notJson();
    }
    String version = "";
    JsonNode id = MissingNode.getInstance();
    String method = "";
    JsonNode params = MissingNode.getInstance();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "jsonrpc" -> version = text(parser);
        case "id" -> id = Json.MAPPER.readTree(parser);
        case "method" -> method = text(parser);
        case "params" -> params = params(parser, length, method, id);
        default -> parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw EnvelopeFailure.notJson();
    }
    Optional<JsonNode> echo = echoed(id);
    if (!version.equals("2.0") || echo.isEmpty()) {
      throw new EnvelopeFailure(id(id), RpcFailure.of(RpcError.INVALID_REQUEST));
    }
    return new Envelope(echo.get(), method, params);
  }

  private static JsonNode params(JsonParser parser, long length, String method, JsonNode id)
      throws EnvelopeFailure, IOException {
    boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
    boolean isLarge = length > Json.LARGEST_SMALL_BODY;
    try {
      if (isObject && method.equals(RpcMethod.BROADCAST.wireName())) {
        return StreamedTransaction.readParams(parser, length);
      }
      if (isLarge && isObject && method.equals(RpcMethod.ESTIMATE_PRICE.wireName())) {
        return StreamedTransaction.skipParams(parser);
      }
    } catch (MalformedException malformed) {
      throw new EnvelopeFailure(id(id), RpcFailure.of(RpcError.PARAMS_INVALID, malformed.text()));
    }
    if (isLarge) {
      throw new EnvelopeFailure(
          id(id),
          RpcFailure.of(
              RpcError.INVALID_REQUEST,
              "a request of more than 1 MiB names its method, user.broadcast or"
                  + " user.estimate_price, before its params"));
    }
    return Json.MAPPER.readTree(parser);
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private static JsonNode id(JsonNode received) {
    return echoed(received).orElse(EnvelopeFailure.UNKNOWN_ID);
  }

  /// The id to answer with, if it is one. Numbers are cut to whole ones, as the original does.
  private static Optional<JsonNode> echoed(JsonNode id) {
    if (id.isTextual()) {
      String text = id.textValue();
      return text.isEmpty() || text.length() > LONGEST_ID
          ? Optional.empty()
          : Optional.of(TextNode.valueOf(text));
    }
    if (!id.isNumber()) {
      return Optional.empty();
    }
    long number = id.canConvertToLong() ? id.longValue() : (long) id.doubleValue();
    return number == 0 ? Optional.empty() : Optional.of(LongNode.valueOf(number));
  }
}
