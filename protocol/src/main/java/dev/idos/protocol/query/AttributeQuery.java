package dev.idos.protocol.query;

import dev.idos.protocol.action.Wire;
import org.jspecify.annotations.Nullable;

/// Views of attributes.
public sealed interface AttributeQuery extends Query {

  @Wire("get_attributes")
  record GetAttributes() implements AttributeQuery {}

  @Wire(value = "get_attributes_page", additive = true)
  record GetAttributesPage(@Nullable String after, @Nullable Long size) implements AttributeQuery {}
}
