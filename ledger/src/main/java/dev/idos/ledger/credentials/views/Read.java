package dev.idos.ledger.credentials.views;

import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.ImpossibleState;

/// A credential with its content, as somebody who may read it sees it.
///
/// @param notes its own notes, or for a copy those of its original
record Read(Credential credential, String notes, String content) {

  static Read of(Credential credential, String notes, Reader rows) {
    String content =
        rows.content(credential.id().value())
            .orElseThrow(() -> new ImpossibleState("a credential has its content"));
    return new Read(credential, notes, content);
  }
}
