package dev.idos.sdk;

import dev.idos.protocol.AttributeId;
import dev.idos.protocol.UserId;
import java.util.Optional;

/// An attribute of a profile.
///
/// @param originalId the attribute this is a copy of; empty for originals
public record AttributeEntry(
    AttributeId id, UserId userId, String key, String value, Optional<AttributeId> originalId) {

  static AttributeEntry of(Row row) {
    return new AttributeEntry(
        new AttributeId(row.uuid("id")),
        new UserId(row.uuid("user_id")),
        row.text("attribute_key"),
        row.text("value"),
        row.maybeUuid("original_id").map(AttributeId::new));
  }
}
