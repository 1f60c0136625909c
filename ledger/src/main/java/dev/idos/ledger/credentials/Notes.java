package dev.idos.ledger.credentials;

import dev.idos.protocol.NotesId;
import org.jspecify.annotations.Nullable;

/// The public notes of a credential.
///
/// @param text as given; empty for a copy, whose readers see the notes of its original
/// @param verifiableCredentialId the id inside the notes, or null where there is none
/// @param editedBy who wrote them without a signature over them, or null while they are as signed
public record Notes(
    String text, @Nullable String verifiableCredentialId, @Nullable String editedBy) {

  /// The notes of every copy.
  public static final Notes OF_A_COPY = new Notes("", null, null);

  /// Notes that their issuer signed.
  public static Notes signed(String text) {
    String id = NotesId.of(text);
    return new Notes(text, id.equals(NotesId.NONE) ? null : id, null);
  }

  /// The same notes in the words of their issuer, who keeps their id.
  public Notes rewritten(String laterText, String editor) {
    return new Notes(laterText, verifiableCredentialId, editor);
  }
}
