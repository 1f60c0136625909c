package dev.idos.node.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;

/// What is answered to bytes that are no HTTP request: a status, the headers of every answer, and
/// nothing of what was sent.
final class TransportErrors implements DirectHandler {

  private TransportErrors() {}

  static DirectHandlers handlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, new TransportErrors());
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    ResponseHeaders.addTo(headers, request.headers().first(HeaderNames.ORIGIN));
    headers.set(HeaderNames.CONTENT_TYPE, ResponseHeaders.TEXT);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .entity(status.reasonPhrase().getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
