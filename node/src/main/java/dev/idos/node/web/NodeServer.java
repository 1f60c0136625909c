package dev.idos.node.web;

import dev.idos.node.limit.LargeBodies;
import dev.idos.node.rpc.Dispatcher;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The HTTP server of this program: Helidon on virtual threads, with every limit said here.
public final class NodeServer {

  private static final int LARGE_BODIES = 2;
  private static final int MIDDLING_BODIES = 64;
  private static final Duration BODY_PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_CONNECTIONS = 4_096;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int LONGEST_FIRST_LINE = 2_048;

  /// Longer than clients keep an idle connection, so that none is closed under a request.
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final SlowClients slowClients;
  private final WebServer server;

  private NodeServer(SlowClients slowClients, WebServer server) {
    this.slowClients = slowClients;
    this.server = server;
  }

  /// A server that is bound when [#start] is called.
  ///
  /// @param port 0 for any free one
  /// @param health what `/api/v1/health` says
  /// @param document the OpenRPC document
  /// @param metrics what `/metrics` says
  public static NodeServer create(
      InetAddress address,
      int port,
      Dispatcher dispatcher,
      HealthRoute health,
      Supplier<byte[]> document,
      Supplier<String> metrics) {
    var slowClients = new SlowClients();
    var lastAnswer = new LastAnswer(slowClients);
    var rpc =
        new RpcRoute(
            dispatcher,
            new LargeBodies(LARGE_BODIES, BODY_PATIENCE),
            new LargeBodies(MIDDLING_BODIES, BODY_PATIENCE),
            slowClients);
    return new NodeServer(
        slowClients,
        WebServer.builder()
            .address(address)
            .port(port)
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(GRACE)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(IDLE)
            .idleConnectionPeriod(Duration.ofSeconds(10))
            .connectionOptions(options -> options.tcpNoDelay(true))
            .protocolsDiscoverServices(false) // with one, silence counts as idle from the start
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(LARGEST_HEADERS)
                    .maxPrologueLength(LONGEST_FIRST_LINE)
                    .addReceiveListener(slowClients)
                    .build())
            .directHandlers(TransportErrors.handlers())
            .routing(routes(rpc, health, document, metrics, lastAnswer))
            .build());
  }

  /// Binds and answers.
  public void start() {
    slowClients.start();
    server.start();
  }

  /// The port it answers at.
  public int port() {
    return server.port();
  }

  /// Lets running requests end and closes the port.
  public void stop() {
    server.stop();
    slowClients.close();
  }

  private static HttpRouting.Builder routes(
      RpcRoute rpc,
      HealthRoute health,
      Supplier<byte[]> document,
      Supplier<String> metrics,
      LastAnswer lastAnswer) {
    return HttpRouting.builder()
        .addFilter(headersFirst(lastAnswer))
        .post("/rpc/v1", rpc::handle)
        .route(Method.OPTIONS, "/*", (request, response) -> response.send())
        .any("/rpc/v1", notAllowed("POST", lastAnswer))
        .get("/api/v1/health", (request, response) -> health.handle("", response))
        .get(
            "/api/v1/health/{service}",
            (request, response) ->
                health.handle(request.path().pathParameters().get("service"), response))
        .any("/api/v1/health", notAllowed("GET", lastAnswer))
        .any("/api/v1/health/{service}", notAllowed("GET", lastAnswer))
        .get(
            "/spec/v1", (request, response) -> send(response, ResponseHeaders.JSON, document.get()))
        .any("/spec/v1", notAllowed("GET", lastAnswer))
        .get(
            "/metrics",
            (request, response) ->
                send(
                    response,
                    "text/plain; version=0.0.4; charset=utf-8",
                    metrics.get().getBytes(StandardCharsets.UTF_8)))
        .any(
            (request, response) -> {
              response.status(Status.NOT_FOUND_404);
              sendText(lastAnswer, request, response, "not found");
            });
  }

  private static Filter headersFirst(LastAnswer lastAnswer) {
    return (chain, request, response) -> {
      Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
      ResponseHeaders.addTo(response.headers(), origin);
      boolean isLast = request.headers().contains(HeaderValues.CONNECTION_CLOSE);
      if (isLast) {
        lastAnswer.announce(response);
      }
      chain.proceed();
      if (isLast) {
        lastAnswer.close(request);
      }
    };
  }

  private static Handler notAllowed(String method, LastAnswer lastAnswer) {
    return (request, response) -> {
      response.status(Status.METHOD_NOT_ALLOWED_405);
      response.headers().set(HeaderNames.ALLOW, method + ", OPTIONS");
      sendText(lastAnswer, request, response, "only " + method + " is answered here");
    };
  }

  /// A body that came with a request to nowhere is not read.
  private static void sendText(
      LastAnswer lastAnswer, ServerRequest request, ServerResponse response, String text) {
    if (request.content().hasEntity()) {
      lastAnswer.send(request, response, text);
    } else {
      send(response, ResponseHeaders.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(ServerResponse response, String contentType, byte[] body) {
    response.headers().set(HeaderNames.CONTENT_TYPE, contentType);
    response.send(body);
  }
}
