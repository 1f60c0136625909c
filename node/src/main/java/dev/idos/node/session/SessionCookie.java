package dev.idos.node.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cookie and the bearer header that carry a [SessionValue], as clients really send them.
public final class SessionCookie {

  /// Without a `__Host-` prefix: with one, kwil-js keeps the dead cookie after a log-out.
  public static final String NAME = "kgw_session";

  private static final String BEARER = "bearer ";

  private SessionCookie() {}

  /// The one Set-Cookie header of an answer. An empty value is dropped by the client at once.
  public static String header(SessionValue value, long maxAgeSeconds) {
    return NAME
        + "="
        + value.text()
        + "; Path=/; Max-Age="
        + (value.logins().isEmpty() ? 0 : Math.max(0, maxAgeSeconds))
        + "; HttpOnly; Secure; SameSite=None; Partitioned";
  }

  /// Every session value a request carries, the bearer header before cookies. Attributes such as
  /// `Path=/` or `HttpOnly` are skipped: kwil-js sends the whole Set-Cookie text back.
  public static List<SessionValue> of(Optional<String> authorization, List<String> cookies) {
    var values = new ArrayList<SessionValue>();
    authorization
        .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .ifPresent(text -> values.add(SessionValue.parse(text.substring(BEARER.length()).strip())));
    for (String header : cookies) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(NAME)) {
          values.add(SessionValue.parse(pair.substring(equals + 1).strip()));
        }
      }
    }
    return values;
  }
}
