package dev.idos.protocol.action;

import dev.idos.protocol.AttributeId;
import dev.idos.protocol.UserId;

/// Attributes: small named values a person keeps about itself.
public sealed interface AttributeAction extends Action {

  @Wire(value = "add_attribute_as_inserter", description = "Add an attribute as inserter")
  record AddAttributeAsInserter(
      AttributeId id, UserId userId, String attributeKey, @MaxBytes(MaxBytes.VALUE) String value)
      implements AttributeAction {}

  @Wire(value = "add_attribute", description = "Add an attribute to idOS")
  record AddAttribute(AttributeId id, String attributeKey, @MaxBytes(MaxBytes.VALUE) String value)
      implements AttributeAction {}

  @Wire(value = "edit_attribute", description = "Edit an attribute in idOS")
  record EditAttribute(AttributeId id, String attributeKey, @MaxBytes(MaxBytes.VALUE) String value)
      implements AttributeAction {}

  @Wire(value = "remove_attribute", description = "Remove an attribute from idOS")
  record RemoveAttribute(AttributeId id) implements AttributeAction {}

  @Wire(value = "share_attribute", description = "Share an attribute in idOS")
  record ShareAttribute(
      AttributeId id,
      AttributeId originalAttributeId,
      String attributeKey,
      @MaxBytes(MaxBytes.VALUE) String value)
      implements AttributeAction {}
}
