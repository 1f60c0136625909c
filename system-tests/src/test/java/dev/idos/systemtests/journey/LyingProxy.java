package dev.idos.systemtests.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.payload.ActionCall;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A node that lies: it hands everything on to an honest one, and changes what comes back of some
/// views. Nobody in front can tell it from a node.
final class LyingProxy implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private volatile Optional<URI> honest = Optional.empty();
  private volatile String liesAbout = "";
  private volatile UnaryOperator<String> lie = UnaryOperator.identity();

  LyingProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void standBefore(URI node) {
    honest = Optional.of(node);
  }

  /// From now on the answers of this view are changed.
  void lieAbout(String view, UnaryOperator<String> change) {
    lie = change;
    liesAbout = view;
    passed.clear();
  }

  /// Methods and views that were asked since it began to lie.
  List<String> passed() {
    return passed;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = exchange.getRequestBody().readAllBytes();
      var asked = asked(JSON.readTree(request));
      passed.add(asked);
      var answer = new Answer();
      try (var socket =
          new Socket(InetAddress.getLoopbackAddress(), honest.orElseThrow().getPort())) {
        socket.getOutputStream().write(head(exchange, request.length));
        socket.getOutputStream().write(request);
        answer.read(new BufferedInputStream(socket.getInputStream()));
      }
      var body =
          asked.equals(liesAbout)
              ? lie.apply(new String(answer.body, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8)
              : answer.body;
      answer.cookie.ifPresent(value -> exchange.getResponseHeaders().add("Set-Cookie", value));
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String asked(JsonNode request) {
    var method = request.path("method").asText();
    if (!method.equals("user.call")) {
      return method;
    }
    try {
      var payload = request.path("params").path("body").path("payload").asText();
      return ActionCall.decode(Bytes.ofBase64(payload)).action();
    } catch (MalformedException notACall) {
      return method;
    }
  }

  private byte[] head(HttpExchange exchange, int length) {
    var head =
        new StringBuilder("POST /rpc/v1 HTTP/1.1\r\nConnection: close\r\nHost: ")
            .append(url().getAuthority())
            .append("\r\nContent-Type: application/json\r\nContent-Length: ")
            .append(length);
    var bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (bearer != null) {
      head.append("\r\nAuthorization: ").append(bearer);
    }
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// What the honest node answered.
  private static final class Answer {

    private int status;
    private Optional<String> cookie = Optional.empty();
    private byte[] body = new byte[0];

    void read(InputStream in) throws IOException {
      status = Integer.parseInt(line(in).split(" ", 3)[1]);
      int length = -1;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
        var value = line.substring(line.indexOf(':') + 1).strip();
        switch (name) {
          case "content-length" -> length = Integer.parseInt(value);
          case "set-cookie" -> cookie = Optional.of(value);
          default -> {}
        }
      }
      body = length >= 0 ? in.readNBytes(length) : chunks(in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
      var all = new ByteArrayOutputStream();
      while (true) {
        int size = Integer.parseInt(line(in).strip(), 16);
        all.write(in.readNBytes(size));
        line(in);
        if (size == 0) {
          return all.toByteArray();
        }
      }
    }

    private static String line(InputStream in) throws IOException {
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        if (next != '\r') {
          line.write(next);
        }
      }
      return line.toString(StandardCharsets.US_ASCII);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
