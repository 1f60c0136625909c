package dev.idos.sdk;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AccessGrantIds;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.message.PaperDate;

/// What an issuer wrote by a paper: the person's credential, and a copy with a grant on it.
///
/// @param contentHash SHA-256 of the plaintext in hex
public record WrittenByGrant(
    CredentialId originalId, CredentialId copyId, AccessGrantId grantId, String contentHash) {

  static WrittenByGrant of(
      WriteGrant grant, CredentialId originalId, CredentialId copyId, String hash) {
    long lockedUntil = PaperDate.parse(grant.timelock()).orElseThrow();
    var grantId = AccessGrantIds.of(grant.consumer(), copyId, lockedUntil);
    return new WrittenByGrant(originalId, copyId, grantId, hash);
  }
}
