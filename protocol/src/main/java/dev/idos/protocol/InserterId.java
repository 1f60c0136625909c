package dev.idos.protocol;

import java.util.UUID;

/// Names one inserter.
public record InserterId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
