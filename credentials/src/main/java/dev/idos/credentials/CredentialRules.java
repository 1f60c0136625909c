package dev.idos.credentials;

import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.proof.Contexts;
import dev.idos.credentials.text.AbsoluteUri;
import dev.idos.credentials.text.StrictJson;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The rules of a credential beside its proofs. Each answers with the reasons to refuse.
final class CredentialRules {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final String TYPE = "VerifiableCredential";

  private CredentialRules() {}

  static boolean isWellFormed(JsonObject credential) {
    return StrictJson.texts(credential, "@context").stream()
            .findFirst()
            .filter(Contexts.W3C_V1::equals)
            .isPresent()
        && StrictJson.texts(credential, "type").contains(TYPE)
        && new SignedCredential(credential).issuer().filter(AbsoluteUri::matches).isPresent()
        && StrictJson.object(credential, "credentialSubject").isPresent()
        && time(credential, "issuanceDate").isPresent()
        && (!credential.containsKey("expirationDate")
            || time(credential, "expirationDate").isPresent());
  }

  static List<Reason> notValidAt(JsonObject credential, Instant now) {
    var reasons = new ArrayList<Reason>();
    if (time(credential, "expirationDate")
        .filter(expires -> now.minus(CLOCK_SKEW).isAfter(expires))
        .isPresent()) {
      reasons.add(Reason.EXPIRED);
    }
    if (time(credential, "issuanceDate")
        .filter(issued -> now.plus(CLOCK_SKEW).isBefore(issued))
        .isPresent()) {
      reasons.add(Reason.NOT_YET_VALID);
    }
    return reasons;
  }

  static List<Reason> notHeldBy(SignedCredential credential, Set<HolderId> expected) {
    if (expected.isEmpty()) {
      return List.of();
    }
    List<String> named = credential.holders();
    if (named.isEmpty()) {
      return List.of(Reason.HOLDER_NOT_NAMED);
    }
    return expected.stream().map(HolderId::uri).allMatch(named::contains)
        ? List.of()
        : List.of(Reason.HOLDER_MISMATCH);
  }

  static List<Reason> notApproved(PublicNotes notes) {
    return switch (notes.status().map(status -> status.toLowerCase(Locale.ROOT)).orElse("")) {
      case PublicNotes.APPROVED -> List.of();
      case PublicNotes.REVOKED -> List.of(Reason.REVOKED);
      default -> List.of(Reason.NOT_APPROVED);
    };
  }

  private static Optional<Instant> time(JsonObject credential, String member) {
    return StrictJson.text(credential, member)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeException malformed) {
                return Optional.empty();
              }
            });
  }
}
