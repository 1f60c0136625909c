package dev.idos.credentials.subject;

import java.util.SequencedMap;

/// What a credential says about its holder.
public sealed interface CredentialSubject permits KycSubject, FaceIdSubject {

  /// The address of the JSON-LD context that defines the members.
  String context();

  /// The members in the order they are written; files are Ascii85 texts.
  SequencedMap<String, String> members();
}
