package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.demo.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What Acme keeps of a case for good: enough to answer for it and to revoke, and nothing that was
/// on a document.
///
/// @param profile the profile it writes into
/// @param wallet the address the person came with
/// @param notes the public notes of what was issued, by which it can be revoked
/// @param reason in words for the person, of the last decision that needs one
/// @param deletedAt when our copy of data, pictures and papers was deleted
/// @param replaces the case whose credentials this one corrects
/// @param correctionAsked whether the person was asked to come again
record CaseEntry(
    UUID id,
    CaseState state,
    UUID profile,
    String wallet,
    Instant received,
    List<String> notes,
    Optional<String> reason,
    Optional<Instant> deletedAt,
    Optional<UUID> replaces,
    boolean correctionAsked) {

  CaseEntry {
    notes = List.copyOf(notes);
  }

  static CaseEntry opened(
      UUID id, UUID profile, String wallet, Instant now, Optional<UUID> replaces) {
    return new CaseEntry(
        id,
        CaseState.INCOMPLETE,
        profile,
        wallet,
        now,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        replaces,
        false);
  }

  CaseEntry in(CaseState other) {
    return copy(other, notes, reason, deletedAt, correctionAsked);
  }

  CaseEntry issuing(List<String> prepared) {
    return copy(CaseState.ISSUING, prepared, Optional.empty(), deletedAt, false);
  }

  CaseEntry because(CaseState other, String words) {
    return copy(other, notes, Optional.of(words), deletedAt, false);
  }

  CaseEntry askedToCorrect(String words) {
    return copy(state, notes, Optional.of(words), deletedAt, true);
  }

  CaseEntry deleted(Instant when) {
    return copy(state, notes, reason, Optional.of(when), correctionAsked);
  }

  private CaseEntry copy(
      CaseState state,
      List<String> notes,
      Optional<String> reason,
      Optional<Instant> deletedAt,
      boolean correctionAsked) {
    return new CaseEntry(
        id, state, profile, wallet, received, notes, reason, deletedAt, replaces, correctionAsked);
  }

  ObjectNode toJson() {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.toString())
            .put("state", state.word())
            .put("profile", profile.toString())
            .put("wallet", wallet)
            .put("received", received.toString())
            .put("correctionAsked", correctionAsked);
    notes.forEach(json.putArray("notes")::add);
    reason.ifPresent(text -> json.put("reason", text));
    deletedAt.ifPresent(when -> json.put("deletedAt", when.toString()));
    replaces.ifPresent(other -> json.put("replaces", other.toString()));
    return json;
  }

  static CaseEntry of(JsonNode json) {
    var fields = Fields.of(json);
    var notes = new ArrayList<String>();
    json.path("notes").forEach(text -> notes.add(text.asText()));
    return new CaseEntry(
        fields.uuid("id"),
        CaseState.valueOf(fields.text("state").toUpperCase(Locale.ROOT)),
        fields.uuid("profile"),
        fields.text("wallet"),
        Instant.parse(fields.text("received")),
        notes,
        fields.maybeText("reason"),
        fields.maybeText("deletedAt").map(Instant::parse),
        fields.maybeUuid("replaces"),
        json.path("correctionAsked").asBoolean());
  }
}
