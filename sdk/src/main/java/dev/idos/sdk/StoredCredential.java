package dev.idos.sdk;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.Envelope;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.util.Optional;

/// A credential with its sealed content.
///
/// @param notesText what the issuer says in the open, as it was stored
/// @param sealed what only the recipient's key opens
/// @param encryptorKey the public half of the key that sealed it
public record StoredCredential(
    CredentialId id,
    UserId userId,
    String notesText,
    Bytes sealed,
    Bytes encryptorKey,
    String issuerKey,
    Optional<String> inserter) {

  static StoredCredential of(Row row) {
    try {
      return new StoredCredential(
          new CredentialId(row.uuid("id")),
          new UserId(row.uuid("user_id")),
          row.maybeText("public_notes").orElse(""),
          Bytes.ofBase64(row.text("content")),
          Bytes.ofBase64(row.text("encryptor_public_key")),
          row.text("issuer_auth_public_key"),
          row.maybeText("inserter"));
    } catch (IllegalArgumentException notBase64) {
      throw new Distrusted(Doubt.ANSWER);
    }
  }

  /// Opens the content.
  ///
  /// @throws Distrusted if it was not sealed for this key, or was changed since
  public Bytes open(EncryptionKey key) {
    return Envelope.open(sealed, encryptorKey, key.secret())
        .orElseThrow(() -> new Distrusted(Doubt.CONTENT));
  }
}
