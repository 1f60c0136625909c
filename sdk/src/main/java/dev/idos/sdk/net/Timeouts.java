package dev.idos.sdk.net;

import java.time.Duration;

/// How long to wait for a node.
///
/// @param connect until it accepts the connection
/// @param read until it has answered a question
/// @param write until it has answered for a transaction; a node waits 15 s for the block
public record Timeouts(Duration connect, Duration read, Duration write) {

  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(40));
}
