package dev.idos.demo.site;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;

/// One site: the files of a built app, its `config.json`, and perhaps an API. Bound to this
// machine.
public final class WebSite implements AutoCloseable {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final int MOST_CONNECTIONS = 512;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final WebServer server;

  private WebSite(WebServer server) {
    this.server = server;
  }

  /// A site without an API.
  public static WebSite of(SiteAddress address, SitePages pages) {
    return of(address, pages, api -> {});
  }

  /// A site that is bound when [#start] is called.
  public static WebSite of(SiteAddress address, SitePages pages, Consumer<Api> routes) {
    var routing = HttpRouting.builder().addFilter(onlyFor(address));
    routes.accept(new Api(routing, address));
    routing
        .any("/api/*", (request, response) -> notFound(request, response))
        .get("/config.json", (request, response) -> config(response, pages))
        .get((request, response) -> page(request, response, pages))
        .route(Method.HEAD, "/*", (request, response) -> page(request, response, pages))
        .any((request, response) -> notFound(request, response));
    return new WebSite(
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(address.port())
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(Duration.ofSeconds(2))
            .maxTcpConnections(MOST_CONNECTIONS)
            .connectionOptions(options -> options.readTimeout(SILENCE).tcpNoDelay(true))
            .addProtocol(Http1Config.builder().maxHeadersSize(LARGEST_HEADERS).build())
            .routing(routing)
            .build());
  }

  /// Binds and answers.
  public WebSite start() {
    server.start();
    return this;
  }

  @Override
  public void close() {
    server.stop();
  }

  /// Another name that leads to this machine is not this site, whoever made it lead here.
  private static Filter onlyFor(SiteAddress address) {
    return (chain, request, response) -> {
      PagePolicy.data().headers().forEach((name, text) -> set(response, name, text));
      if (address.isHost(request.headers().first(HeaderNames.HOST).orElse(""))) {
        chain.proceed();
      } else {
        response.headers().set(HeaderValues.CONNECTION_CLOSE);
        text(response, Status.create(421), "this site is " + address.origin());
      }
    };
  }

  private static void config(ServerResponse response, SitePages pages) {
    response.headers().set(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
    response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(Utf8.encode(pages.config().get()).toArray());
  }

  private static void page(ServerRequest request, ServerResponse response, SitePages pages) {
    var path = request.path().path();
    if (!pages.files().isBuilt()) {
      text(response, Status.SERVICE_UNAVAILABLE_503, "this app is not built: see ./idos up");
      return;
    }
    var found = pages.files().at(path);
    if (found.isEmpty()) {
      notFound(request, response);
      return;
    }
    var asset = found.get();
    pages.policy().apply(path).headers().forEach((name, text) -> set(response, name, text));
    response
        .headers()
        .set(HeaderNames.CACHE_CONTROL, path.startsWith("/assets/") ? FOR_EVER : ASK_AGAIN);
    response.headers().set(HeaderNames.ETAG, asset.entityTag());
    response.headers().set(HeaderNames.VARY, "Accept-Encoding");
    if (asset.entityTag().equals(request.headers().first(HeaderNames.IF_NONE_MATCH).orElse(""))) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.headers().set(HeaderNames.CONTENT_TYPE, asset.contentType());
    var body = body(request, response, asset);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      response.send(body.toArray());
    }
  }

  private static Bytes body(ServerRequest request, ServerResponse response, Asset asset) {
    var accepted = request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse("");
    if (asset.gzipped().isEmpty() || !accepted.contains("gzip")) {
      return asset.body();
    }
    response.headers().set(HeaderNames.CONTENT_ENCODING, "gzip");
    return asset.gzipped().get();
  }

  private static void notFound(ServerRequest request, ServerResponse response) {
    if (request.content().hasEntity()) {
      response.headers().set(HeaderValues.CONNECTION_CLOSE);
    }
    text(response, Status.NOT_FOUND_404, "not found");
  }

  private static void text(ServerResponse response, Status status, String text) {
    response.status(status);
    response.headers().set(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(Utf8.encode(text).toArray());
  }

  private static void set(ServerResponse response, String name, String text) {
    response.headers().set(HeaderNames.create(name), text);
  }
}
