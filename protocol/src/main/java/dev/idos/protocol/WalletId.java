package dev.idos.protocol;

import java.util.UUID;

/// Names one wallet.
public record WalletId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
