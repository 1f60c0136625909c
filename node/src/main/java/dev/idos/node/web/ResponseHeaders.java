package dev.idos.node.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import java.util.Optional;

/// The headers of every answer, errors of every status included: without them a browser hides even
/// the error from the page, and a login never starts (`kwil-protocol.md` §1.5).
final class ResponseHeaders {

  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private static final String ALLOWED =
      "Accept, Content-Type, Content-Length, Accept-Encoding, Authorization, ResponseType, Range";
  private static final int LONGEST_ORIGIN = 512;

  private ResponseHeaders() {}

  static void addTo(ServerResponseHeaders headers, Optional<String> origin) {
    origin
        .filter(ResponseHeaders::isEchoable)
        .ifPresent(text -> headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, text));
    headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS");
    headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED);
    headers.set(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
    headers.set(HeaderNames.VARY, "Origin");
    headers.set(HeaderNames.CACHE_CONTROL, "no-store");
    headers.set(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    headers.set(HeaderNames.create("X-Frame-Options"), "DENY");
    headers.set(HeaderNames.create("Referrer-Policy"), "no-referrer");
    headers.set(
        HeaderNames.create("Content-Security-Policy"),
        "default-src 'none'; frame-ancestors 'none'");
    headers.set(HeaderNames.create("Cross-Origin-Resource-Policy"), "cross-origin");
  }

  private static boolean isEchoable(String origin) {
    return origin.length() <= LONGEST_ORIGIN
        && origin.chars().allMatch(unit -> unit > 0x20 && unit < 0x7f);
  }
}
