package dev.idos.ledger.credentials.views;

import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.ImpossibleState;
import java.util.Optional;

/// A credential beside what it is a copy of.
record Listed(Credential credential, Optional<CredentialId> originalId) {

  static Listed of(Credential credential, Reader rows) {
    return new Listed(credential, SharedCredentials.originalOf(credential.id(), rows));
  }

  /// The original of a copy, or the credential itself.
  Credential original(Reader rows) {
    return originalId
        .map(
            id ->
                Credentials.find(id, rows)
                    .orElseThrow(() -> new ImpossibleState("a copy has its original")))
        .orElse(credential);
  }
}
