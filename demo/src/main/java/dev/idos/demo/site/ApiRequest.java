package dev.idos.demo.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// A request to an API. Bodies are read only up to what was agreed.
public final class ApiRequest {

  private static final int LARGEST_JSON = 64 * 1024;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());

  private final ServerRequest request;

  ApiRequest(ServerRequest request) {
    this.request = request;
  }

  /// The id in the path.
  public UUID id() {
    try {
      return UUID.fromString(part("id"));
    } catch (IllegalArgumentException notAnId) {
      throw ApiProblem.notFound("there is nothing with this id");
    }
  }

  /// A part of the path.
  public String part(String name) {
    return request.path().pathParameters().get(name);
  }

  /// A parameter after the question mark; empty if it is not there.
  public String parameter(String name) {
    return request.query().first(name).orElse("");
  }

  /// The body as a JSON object.
  public JsonNode json() throws IOException {
    var type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!type.startsWith("application/json")) {
      throw new ApiProblem(415, "expected a body of type application/json");
    }
    try {
      var json = MAPPER.readTree(body(LARGEST_JSON, "the request is too large").toArray());
      if (json == null || !json.isObject()) {
        throw ApiProblem.badRequest("expected a JSON object");
      }
      return json;
    } catch (JsonProcessingException malformed) {
      throw ApiProblem.badRequest("the JSON of the request is malformed");
    }
  }

  /// The body, which must say beforehand that it is not too large.
  public Bytes body(int most, String tooLarge) throws IOException {
    long length =
        request
            .headers()
            .contentLength()
            .orElseThrow(() -> new ApiProblem(411, "say how long the body is: Content-Length"));
    if (length > most) {
      throw new ApiProblem(413, tooLarge);
    }
    try (InputStream in = request.content().inputStream()) {
      return Bytes.ofUnshared(in.readNBytes((int) length));
    }
  }
}
