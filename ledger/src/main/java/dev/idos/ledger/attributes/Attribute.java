package dev.idos.ledger.attributes;

import dev.idos.protocol.AttributeId;
import dev.idos.protocol.UserId;
import java.util.Optional;

/// A named value of a person.
///
/// @param inserter the name of the inserter that wrote it
/// @param original the attribute it is a copy of
public record Attribute(
    AttributeId id,
    UserId user,
    String key,
    String value,
    Optional<String> inserter,
    Optional<AttributeId> original) {

  /// The same attribute with another name and value, by its owner: no inserter vouches for it any
  /// more (W27).
  Attribute edited(String newKey, String newValue) {
    return new Attribute(id, user, newKey, newValue, Optional.empty(), original);
  }

  /// The same attribute after its original is gone.
  Attribute withoutOriginal() {
    return new Attribute(id, user, key, value, inserter, Optional.empty());
  }
}
