package dev.idos.sdk.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// One request to one node, and what came back. No retries here.
final class JsonRpc implements AutoCloseable {

  static final ObjectMapper JSON = JsonLimits.mapper();

  private final HttpClient http;
  private final AtomicLong ids = new AtomicLong();

  JsonRpc(Duration connectTimeout) {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  Reply post(
      NodeAddress address,
      String method,
      JsonNode params,
      Optional<String> bearer,
      Duration timeout)
      throws IOException {
    var request =
        HttpRequest.newBuilder(address.rpc())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(envelope(method, params)));
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      return read(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var interrupted = new InterruptedIOException("interrupted while waiting for " + address);
      interrupted.initCause(stopped);
      throw interrupted;
    }
  }

  /// `method` stands before `params`: a node reads large bodies only in this order.
  private byte[] envelope(String method, JsonNode params) throws JsonProcessingException {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("jsonrpc", "2.0").put("id", ids.incrementAndGet()).put("method", method);
    envelope.set("params", params);
    return JSON.writeValueAsBytes(envelope);
  }

  private static Reply read(HttpResponse<byte[]> response) throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(response.body());
    } catch (JsonProcessingException notJson) {
      throw new IOException(
          "HTTP " + response.statusCode() + " without a JSON-RPC answer", notJson);
    }
    var error = body.path("error");
    if (error.isObject()) {
      return new Reply.Fault(
          response.statusCode(),
          error.path("code").asInt(),
          error.path("message").asText(),
          error.path("data"));
    }
    if (response.statusCode() != 200 || body.path("result") instanceof MissingNode) {
      throw new IOException("HTTP " + response.statusCode() + " without a result");
    }
    return new Reply.Result(body.path("result"), response.headers().firstValue("Set-Cookie"));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
