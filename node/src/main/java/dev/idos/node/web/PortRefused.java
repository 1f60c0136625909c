package dev.idos.node.web;

/// The port could not be bound; the sentence says what to do.
public final class PortRefused extends RuntimeException {

  /// For a port somebody else answers at, or that this user may not bind.
  public PortRefused(int port) {
    super(
        "port %d could not be bound: something else answers there; choose another with --port"
            .formatted(port));
  }
}
