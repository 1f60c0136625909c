package dev.idos.credentials.level;

import java.util.Optional;

/// How thoroughly a person was checked. A later constant includes the earlier one.
public enum Tier {
  /// The identity document was checked.
  BASIC("basic"),
  /// The residential address was proven too.
  PLUS("plus");

  private final String wireName;

  Tier(String wireName) {
    this.wireName = wireName;
  }

  /// The name inside a level text.
  public String wireName() {
    return wireName;
  }

  /// Finds a tier by its exact name.
  public static Optional<Tier> named(String wireName) {
    for (Tier tier : values()) {
      if (tier.wireName.equals(wireName)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }
}
