package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A node that answers what a test tells it to, over real HTTP on loopback.
final class ScriptedNode implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String CHAIN = "idos-test";

  private final HttpServer server;
  private final Map<String, Function<JsonNode, Answer>> script = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<JsonNode> broadcasts = new CopyOnWriteArrayList<>();

  /// What the node does.
  sealed interface Answer {}

  record Result(JsonNode result) implements Answer {}

  record Fault(int status, int code, String message, JsonNode data) implements Answer {}

  /// The request arrived, and the connection breaks before the answer.
  record Silence() implements Answer {}

  ScriptedNode() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/rpc/v1", this::handle);
    server.start();
    on("user.chain_info", params -> result("chain_id", CHAIN));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ScriptedNode on(String method, Function<JsonNode, Answer> answer) {
    script.put(method, answer);
    return this;
  }

  /// The methods it was asked, in their order.
  List<String> asked() {
    return asked;
  }

  /// The transactions it was sent.
  List<JsonNode> broadcasts() {
    return broadcasts;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static Result result(String member, String value) {
    return new Result(object().put(member, value));
  }

  static Fault rejected(int code, String message) {
    return new Fault(
        200, -201, "broadcast error", object().put("code", code).put("message", message));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = JSON.readTree(exchange.getRequestBody());
      var method = request.path("method").asText();
      asked.add(method);
      if (method.equals("user.broadcast")) {
        broadcasts.add(request.path("params").path("tx"));
      }
      var answer =
          java.util.Objects.requireNonNull(script.get(method), method)
              .apply(request.path("params"));
      var envelope = object().put("jsonrpc", "2.0");
      envelope.set("id", request.path("id"));
      switch (answer) {
        case Result(var result) -> {
          envelope.set("result", result);
          send(exchange, 200, envelope);
        }
        case Fault(var status, var code, var message, var data) -> {
          envelope.putObject("error").put("code", code).put("message", message).set("data", data);
          send(exchange, status, envelope);
        }
        case Silence() -> {}
      }
    }
  }

  private static void send(HttpExchange exchange, int status, ObjectNode envelope)
      throws IOException {
    var body = JSON.writeValueAsBytes(envelope);
    if (envelope.path("result").path("result").asText().equals("ok")) {
      exchange.getResponseHeaders().add("Set-Cookie", "kgw_session=a-login; Path=/");
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
