package dev.idos.node.session;

/// What became of an attempt to log in.
public sealed interface Opening {

  /// The client holds this from now on.
  record Opened(SessionValue value, long maxAgeSeconds) implements Opening {}

  /// Too old, too long, logged out, or not signed by that wallet.
  record NotAuthorized() implements Opening {}

  /// A login so large that no cookie holds it.
  record DoesNotFit() implements Opening {}
}
