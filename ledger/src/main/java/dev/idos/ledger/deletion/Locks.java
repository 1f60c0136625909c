package dev.idos.ledger.deletion;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.CredentialId;
import java.util.stream.Stream;

/// What cannot be deleted yet. The same answer guards `remove_credential` and is told by
/// `has_locked_access_grants`.
public final class Locks {

  private Locks() {}

  /// Whether a locked grant points to the credential or to one of its copies (W16).
  public static boolean hold(CredentialId credential, long timeSeconds, Reader rows) {
    return Stream.concat(
            Stream.of(credential), SharedCredentials.copiesOf(credential, rows).stream())
        .anyMatch(id -> holdAlone(id, timeSeconds, rows));
  }

  /// Whether a locked grant points to exactly this credential.
  static boolean holdAlone(CredentialId credential, long timeSeconds, Reader rows) {
    return AccessGrants.on(credential, rows).stream()
        .anyMatch((AccessGrant grant) -> AccessGrantRules.isLocked(grant, timeSeconds));
  }
}
