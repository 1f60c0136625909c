package dev.idos.protocol.message;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.Require;
import dev.idos.protocol.WriteGrantId;
import java.util.Optional;

/// The texts that owners sign to let others act for them (`wire.md` §8): one `label: value` a line,
/// values as submitted, lines joined by one LF, none at the end. The last line binds the paper to
/// one network.
public final class GrantPapers {

  private GrantPapers() {}

  /// The paper that lets an issuer write a credential and a copy for a consumer.
  ///
  /// @throws IllegalArgumentException if [#fieldProblem] has something against a field
  public static String writeGrant(
      String owner,
      String consumer,
      String issuerKey,
      WriteGrantId id,
      String timelock,
      String notBefore,
      String notAfter,
      String chainId) {
    check(owner, consumer, issuerKey, timelock, notBefore, notAfter, chainId);
    return String.join(
        "\n",
        "operation: delegatedWriteGrant",
        "owner: " + owner,
        "consumer: " + consumer,
        "issuer public key: " + issuerKey,
        "id: " + id.value(),
        "access grant timelock: " + timelock,
        "not usable before: " + notBefore,
        "not usable after: " + notAfter,
        "network: " + chainId);
  }

  /// The paper that lets a grantee read a copy.
  ///
  /// @throws IllegalArgumentException if [#fieldProblem] has something against a field
  public static String accessGrant(
      String owner,
      String grantee,
      CredentialId dataId,
      long lockedUntil,
      String contentHash,
      String chainId) {
    check(owner, grantee, contentHash, chainId);
    return String.join(
        "\n",
        "operation: delegatedAccessGrant",
        "owner: " + owner,
        "grantee: " + grantee,
        "data id: " + dataId.value(),
        "locked until: " + lockedUntil,
        "content hash: " + contentHash,
        "network: " + chainId);
  }

  /// Refuses fields that would forge a line of the paper: line breaks and control characters.
  public static Optional<Refused> fieldProblem(String... fields) {
    for (String field : fields) {
      if (field.codePoints().anyMatch(GrantPapers::breaksLine)) {
        return Optional.of(Refusal.PAPER_FIELD_INVALID.with());
      }
    }
    return Optional.empty();
  }

  private static boolean breaksLine(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static void check(String... fields) {
    Require.that(fieldProblem(fields).isEmpty(), "a field of a paper is one line");
  }
}
