package dev.idos.ledger.credentials;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The one place that writes credentials, so that row, content and quota always move together.
public final class CredentialRows {

  /// Bytes of notes that an issuer may write into a full profile.
  public static final int ALWAYS_FITS = 4 * 1024;

  private CredentialRows() {}

  /// Adds a credential under a new id.
  public static Optional<Refused> add(Credential credential, String content, Execution execution) {
    return Credentials.find(credential.id(), execution.rows()).isPresent()
        ? Optional.of(Refusal.CREDENTIAL_EXISTS.with())
        : write(credential, content, credential.content().length(), execution);
  }

  /// Puts a credential in the place of an earlier one of the same profile and id.
  public static Optional<Refused> replace(
      Credential before, Credential after, String content, Execution execution) {
    long longer = after.content().length() - before.content().length();
    return write(after, content, longer, execution);
  }

  /// Records that a credential is a copy of another.
  public static void link(CredentialId original, CredentialId copy, Execution execution) {
    execution.rows().put(SharedCredentials.TABLE, new SharedCredential(original, copy));
  }

  /// Writes other notes to a credential. No quota refuses short ones: an owner whose profile is
  /// full must not keep the issuer from marking a credential revoked.
  public static Optional<Refused> rewriteNotes(
      Credential credential, Notes later, Execution execution) {
    UserId owner = credential.owner();
    Credential rewritten = credential.withNotes(later);
    if (Utf8.length(later.text()) > ALWAYS_FITS) {
      return Usage.put(execution, owner, Credentials.TABLE, rewritten);
    }
    Usage.putAnyway(execution, owner, Credentials.TABLE, rewritten);
    return Optional.empty();
  }

  /// Erases a credential, its content, and its tie to an original.
  public static void erase(Credential credential, Execution execution) {
    UUID id = credential.id().value();
    SharedCredentials.originalOf(credential.id(), execution.rows())
        .ifPresent(
            original ->
                execution.rows().remove(SharedCredentials.TABLE, Key.of(original.value(), id)));
    execution.rows().removeContent(id);
    Usage.remove(execution, credential.owner(), Credentials.TABLE, Key.of(id));
    Usage.release(execution, credential.owner(), credential.content().length(), 0);
  }

  /// Erases the content of a credential whose notes are still read.
  public static void eraseContent(Credential credential, Execution execution) {
    UserId owner = credential.owner();
    Usage.putAnyway(execution, owner, Credentials.TABLE, credential.withoutContent());
    execution.rows().putContent(credential.id().value(), "");
    Usage.release(execution, owner, credential.content().length(), 0);
  }

  private static Optional<Refused> write(
      Credential credential, String content, long longer, Execution execution) {
    Optional<Refusal> elsewhere =
        CredentialRules.livesHere(sameSignature(credential, execution), credential.owner());
    if (elsewhere.isPresent()) {
      return elsewhere.map(Refusal::with);
    }
    Optional<Refused> full =
        Usage.put(execution, credential.owner(), Credentials.TABLE, credential)
            .or(() -> Usage.charge(execution, credential.owner(), longer, 0));
    if (full.isEmpty()) {
      execution.rows().putContent(credential.id().value(), content);
    }
    return full;
  }

  /// The first is enough: all that share a signature live in one profile.
  private static List<Credential> sameSignature(Credential credential, Execution execution) {
    Issuance issuance = credential.issuance();
    Key values = Key.of(issuance.key(), issuance.broaderSignature());
    return execution.rows().page(Credentials.BY_SIGNATURE, values, Optional.empty(), 1);
  }
}
