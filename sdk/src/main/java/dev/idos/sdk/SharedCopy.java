package dev.idos.sdk;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AccessGrantIds;
import dev.idos.protocol.CredentialId;

/// A copy made for a grantee, and the grant on it.
///
/// @param contentHash SHA-256 of the plaintext in hex
public record SharedCopy(CredentialId copyId, AccessGrantId grantId, String contentHash) {

  static SharedCopy of(String grantee, CredentialId copyId, long lockedUntil, String hash) {
    return new SharedCopy(copyId, AccessGrantIds.of(grantee, copyId, lockedUntil), hash);
  }
}
