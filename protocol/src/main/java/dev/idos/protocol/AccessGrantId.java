package dev.idos.protocol;

import java.util.UUID;

/// Names one access grant.
public record AccessGrantId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
