package dev.idos.credentials.subject;

import java.util.Optional;

/// The kinds of identity document idOS knows.
public enum IdDocumentType {
  PASSPORT,
  DRIVERS,
  ID_CARD,
  VOTING_CARD,
  PAN_CARD,
  INTERNAL_PASSPORT,
  RESIDENCE_PERMIT;

  /// Finds a kind by its exact name.
  public static Optional<IdDocumentType> named(String name) {
    for (IdDocumentType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
