package dev.idos.credentials;

import dev.idos.credentials.text.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an issuer says openly about a credential it stored, and may change later: above all, that
/// the credential is revoked. Copies carry empty notes; read those of the original.
public final class PublicNotes {

  /// What [#status] says of a credential that holds.
  public static final String APPROVED = "approved";

  /// What [#status] says of a credential the issuer took back.
  public static final String REVOKED = "revoked";

  private static final PublicNotes EMPTY = new PublicNotes(JsonObject.EMPTY_JSON_OBJECT);

  private final JsonObject json;

  private PublicNotes(JsonObject json) {
    this.json = json;
  }

  /// Notes of a new credential.
  ///
  /// @param id what the issuer edits the notes by; choose it anew for each credential
  /// @param type such as `kyc` or `human`
  /// @param issuer the name a person reads
  public static PublicNotes approved(UUID id, String type, String level, String issuer) {
    return new PublicNotes(
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("type", type)
            .add("level", level)
            .add("status", APPROVED)
            .add("issuer", issuer)
            .build());
  }

  /// Reads notes; an empty text is empty notes, and nothing comes of a text that is not a JSON
  /// object with distinct members.
  public static Optional<PublicNotes> parse(String text) {
    return text.isEmpty() ? Optional.of(EMPTY) : StrictJson.object(text).map(PublicNotes::new);
  }

  /// The id the issuer edits the notes by.
  public Optional<String> id() {
    return member("id");
  }

  /// The kind of credential.
  public Optional<String> type() {
    return member("type");
  }

  /// The level as the issuer wrote it.
  public Optional<String> level() {
    return member("level");
  }

  /// Whether the credential holds: `approved`, `revoked`, `pending`, `expired` or another word.
  public Optional<String> status() {
    return member("status");
  }

  /// The name a person reads.
  public Optional<String> issuer() {
    return member("issuer");
  }

  /// A member that is a text.
  public Optional<String> member(String name) {
    return StrictJson.text(json, name);
  }

  /// Whether every one of these members is there with exactly this text.
  public boolean hasAll(Map<String, String> members) {
    return members.entrySet().stream()
        .allMatch(wanted -> member(wanted.getKey()).filter(wanted.getValue()::equals).isPresent());
  }

  /// The same notes with another status; other members stay as they are.
  public PublicNotes withStatus(String status) {
    JsonObjectBuilder changed = Json.createObjectBuilder(json);
    return new PublicNotes(changed.add("status", status).build());
  }

  /// The text to store and sign.
  public String text() {
    return json.isEmpty() ? "" : json.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicNotes that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "PublicNotes[" + json.size() + " members]";
  }
}
