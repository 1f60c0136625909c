package dev.idos.credentials.subject;

import dev.idos.credentials.proof.Contexts;
import dev.idos.protocol.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A proof of personhood: one face, one id at the face-check service, and nothing else.
public record FaceIdSubject(String faceSignUserId) implements CredentialSubject {

  /// The level such a credential carries.
  public static final String LEVEL = "human";

  public FaceIdSubject {
    Require.that(
        MemberKind.TEXT.accepts(faceSignUserId),
        "faceSignUserId is a text without control characters");
  }

  @Override
  public String context() {
    return Contexts.FACE_ID_V1;
  }

  @Override
  public SequencedMap<String, String> members() {
    return Collections.unmodifiableSequencedMap(
        new LinkedHashMap<>(Map.of("faceSignUserId", faceSignUserId)));
  }
}
