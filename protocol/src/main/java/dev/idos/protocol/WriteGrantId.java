package dev.idos.protocol;

import java.util.UUID;

/// Names one write grant.
public record WriteGrantId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
