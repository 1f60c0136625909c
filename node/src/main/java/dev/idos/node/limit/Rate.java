package dev.idos.node.limit;

import dev.idos.protocol.Require;

/// How often something may happen: steadily so many times a second, and so many at once.
public record Rate(int perSecond, int burst) {
  public Rate {
    Require.that(perSecond > 0, "a rate allows something a second");
    Require.that(burst > 0, "a rate allows something at once");
  }
}
