package dev.idos.sdk;

import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.SignedCredential;
import dev.idos.crypto.Bytes;

/// What an issuer writes, before it is sealed.
///
/// @param plaintext what the reader will see, usually the JSON of a W3C credential
/// @param notes what everyone who may list it sees
public record CredentialContent(Bytes plaintext, PublicNotes notes) {

  /// A signed credential and its notes.
  public static CredentialContent of(SignedCredential credential, PublicNotes notes) {
    return new CredentialContent(credential.toBytes(), notes);
  }

  /// Without the content: it must not end up in a log.
  @Override
  public String toString() {
    return "CredentialContent[" + plaintext.length() + " bytes]";
  }
}
