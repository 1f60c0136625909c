package dev.idos.node.session;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import java.util.List;
import java.util.stream.Stream;

/// What a request brings along: where it comes from and the logins it holds.
public record Presented(Origin origin, List<SessionValue> values) {

  public Presented {
    values = List.copyOf(values);
  }

  /// Every login, of every origin, newest value first.
  SessionValue all() {
    return new SessionValue(
        values.stream().flatMap(value -> value.logins().stream()).distinct().toList());
  }

  /// The logins this origin may use for a sender.
  Stream<Login> usable(AuthScheme scheme, Bytes sender) {
    return switch (origin) {
      case Origin.Opaque() -> Stream.empty();
      case Origin.Known known ->
          values.stream()
              .flatMap(value -> value.logins().stream())
              .filter(open -> open.origin().equals(known))
              .map(OpenLogin::login)
              .filter(login -> login.isOf(scheme, sender));
    };
  }
}
