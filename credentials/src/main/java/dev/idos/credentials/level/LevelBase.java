package dev.idos.credentials.level;

import java.util.Optional;

/// How thoroughly a person was checked. A later constant includes the earlier one.
public enum LevelBase {
  /// The identity document was checked.
  BASIC("basic"),
  /// The residential address was proven too.
  PLUS("plus");

  private final String wireName;

  LevelBase(String wireName) {
    this.wireName = wireName;
  }

  /// The name inside a level text.
  public String wireName() {
    return wireName;
  }

  /// Finds a base by its exact name.
  public static Optional<LevelBase> named(String wireName) {
    for (LevelBase base : values()) {
      if (base.wireName.equals(wireName)) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }
}
