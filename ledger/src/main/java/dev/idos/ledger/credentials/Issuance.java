package dev.idos.ledger.credentials;

import dev.idos.crypto.Bytes;
import java.util.Locale;

/// Whose signatures a credential carries.
///
/// @param key the issuer's Ed25519 key in lower-case hex, which is how it is compared
/// @param notesSignature the signature over the notes, 64 bytes
/// @param broaderSignature the signature over the notes' signature and the content, 64 bytes: in
///     one form only, because base64 has several spellings for the same bytes
public record Issuance(String key, Bytes notesSignature, Bytes broaderSignature) {

  /// Takes them from the wire, once they have been checked.
  public static Issuance of(String issuerKey, String notesSignature, String broaderSignature) {
    return new Issuance(
        issuerKey.toLowerCase(Locale.ROOT),
        Bytes.ofBase64(notesSignature),
        Bytes.ofBase64(broaderSignature));
  }
}
