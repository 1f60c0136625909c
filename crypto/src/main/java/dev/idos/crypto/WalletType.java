package dev.idos.crypto;

import java.util.Optional;

/// The five kinds of wallet that may hold a profile, by the names of the wire.
public enum WalletType {
  EVM("EVM"),
  NEAR("NEAR"),
  XRPL("XRPL"),
  STELLAR("Stellar"),
  FACESIGN("FaceSign");

  private final String wireName;

  WalletType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /// Finds a type by its exact wire name.
  public static Optional<WalletType> named(String wireName) {
    for (WalletType type : values()) {
      if (type.wireName.equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
