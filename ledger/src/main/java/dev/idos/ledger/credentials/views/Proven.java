package dev.idos.ledger.credentials.views;

import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRules;

/// A credential whose signatures are shown.
///
/// @param original what it is a copy of, or itself
record Proven(Credential credential, Credential original) {

  boolean issuerVerified() {
    return CredentialRules.issuerVerified(credential, original);
  }
}
