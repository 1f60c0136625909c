package dev.idos.sdk;

import dev.idos.crypto.Bytes;

/// A credential before it is sealed.
///
/// @param plaintext what the reader will see, usually the JSON of a W3C credential
/// @param notes what everyone who may list it sees
public record CredentialDraft(Bytes plaintext, PublicNotes notes) {

  @Override
  public String toString() {
    return "CredentialDraft[" + plaintext.length() + " bytes]";
  }
}
