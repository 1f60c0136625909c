package dev.idos.sdk;

import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.Verification;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// A copy as its grantee reads it.
///
/// @param notesText the notes of the original, as they are now
/// @param plaintext the opened content
public record SharedCredential(CredentialId id, UserId owner, String notesText, Bytes plaintext) {

  /// What the issuer says in the open about the original; unreadable notes say nothing.
  public PublicNotes notes() {
    return Notes.read(notesText);
  }

  /// The credential inside; empty if it is not one.
  public Optional<SignedCredential> credential() {
    return SignedCredential.parse(plaintext);
  }

  /// Judges the credential inside together with its status.
  public Verification verify(CredentialVerifier verifier, Expectation expected) {
    return credential()
        .map(credential -> verifier.verify(credential, expected.withNotes(notes())))
        .orElseGet(() -> new Verification.Refused(List.of(Verification.Reason.MALFORMED)));
  }

  /// Without the content: it must not end up in a log.
  @Override
  public String toString() {
    return "SharedCredential[" + plaintext.length() + " bytes]";
  }
}
