package dev.idos.sdk;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;

/// A copy as its grantee reads it.
///
/// @param notes those of the original, as they are now
/// @param plaintext the opened content
public record SharedCredential(CredentialId id, UserId owner, PublicNotes notes, Bytes plaintext) {

  /// Without the content: it must not end up in a log.
  @Override
  public String toString() {
    return "SharedCredential[" + plaintext.length() + " bytes]";
  }
}
