package dev.idos.protocol;

import java.util.UUID;

/// Names one credential.
public record CredentialId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
