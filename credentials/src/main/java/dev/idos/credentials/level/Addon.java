package dev.idos.credentials.level;

import java.util.Optional;

/// What was checked beyond the tier of a level, in the order a level lists them.
public enum Addon {
  LIVENESS("liveness"),
  EMAIL("email"),
  PHONE_NUMBER("phoneNumber");

  private final String wireName;

  Addon(String wireName) {
    this.wireName = wireName;
  }

  /// The name inside a level text.
  public String wireName() {
    return wireName;
  }

  /// Finds an addon by its exact name.
  public static Optional<Addon> named(String wireName) {
    for (Addon addon : values()) {
      if (addon.wireName.equals(wireName)) {
        return Optional.of(addon);
      }
    }
    return Optional.empty();
  }
}
