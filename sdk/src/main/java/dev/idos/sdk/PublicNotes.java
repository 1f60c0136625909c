package dev.idos.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.Require;
import java.util.Optional;

/// What a credential says in the open: a JSON object with `id`, `type`, `level`, `status`, `issuer`
/// (`credentials.md` §8). Copies have none.
public record PublicNotes(String json) {

  public static final String APPROVED = "approved";
  public static final String REVOKED = "revoked";

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Notes as issuers write them, with a status of `approved`.
  public static PublicNotes approved(String id, String type, String level, String issuer) {
    return new PublicNotes(
        JSON.createObjectNode()
            .put("id", id)
            .put("type", type)
            .put("level", level)
            .put("status", APPROVED)
            .put("issuer", issuer)
            .toString());
  }

  /// The id by which the issuer edits them.
  public Optional<String> id() {
    return member("id");
  }

  /// What the credential is about, such as `kyc`.
  public Optional<String> type() {
    return member("type");
  }

  /// How thoroughly the person was checked.
  public Optional<String> level() {
    return member("level");
  }

  /// Whether it still holds.
  public Optional<String> status() {
    return member("status");
  }

  /// The name the issuer gives itself.
  public Optional<String> issuer() {
    return member("issuer");
  }

  /// Whether the issuer has taken it back.
  public boolean isRevoked() {
    return status().filter(REVOKED::equals).isPresent();
  }

  /// The same notes with another status.
  public PublicNotes withStatus(String status) {
    Require.that(parsed() instanceof ObjectNode, "only notes that are a JSON object have a status");
    return new PublicNotes(((ObjectNode) parsed()).put("status", status).toString());
  }

  private Optional<String> member(String name) {
    var value = parsed().path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  /// Notes that are no JSON say nothing; one bad row must not break a list.
  private JsonNode parsed() {
    try {
      return json.isEmpty() ? MissingNode.getInstance() : JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
