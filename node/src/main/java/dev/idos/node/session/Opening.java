package dev.idos.node.session;

/// What became of an attempt to log in.
public sealed interface Opening {

  /// The client holds this from now on.
  ///
  /// @param value every login, for the cookie, which no page can read
  /// @param own those of the website that asked: all it may be told
  record Opened(SessionValue value, SessionValue own, long maxAgeSeconds) implements Opening {}

  /// Too old, too long, logged out, or not signed by that wallet.
  record NotAuthorized() implements Opening {}

  /// A login so large that no cookie holds it.
  record DoesNotFit() implements Opening {}
}
