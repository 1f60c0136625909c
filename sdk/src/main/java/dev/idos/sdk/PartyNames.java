package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Reads the answer of `idos.parties`: an object by identifier, or a list of rows.
final class PartyNames {

  private PartyNames() {}

  static Optional<String> find(JsonNode parties, String identifier) {
    if (parties.path(identifier).isTextual()) {
      return Optional.of(parties.path(identifier).asText());
    }
    for (JsonNode party : parties.isArray() ? parties : parties.path("parties")) {
      if (party.path("identifier").asText().equals(identifier) && party.path("name").isTextual()) {
        return Optional.of(party.path("name").asText());
      }
    }
    return Optional.empty();
  }
}
