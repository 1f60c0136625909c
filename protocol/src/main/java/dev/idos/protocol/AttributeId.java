package dev.idos.protocol;

import java.util.UUID;

/// Names one attribute.
public record AttributeId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
