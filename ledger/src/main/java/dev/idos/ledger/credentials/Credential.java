package dev.idos.ledger.credentials;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// One encrypted credential of a profile, without its content, which is kept beside the rows.
///
/// @param owner the profile it lives in
/// @param notes what anybody with access may read without the key
/// @param content what the content is, without being it
/// @param encryptorPublicKey the key the content was encrypted with, as given
/// @param issuance whose signatures it carries
/// @param inserter the name of the inserter, or the id of the write grant, that put it there
/// @param issuerFee what the issuer asks for a copy; no action sets it
public record Credential(
    CredentialId id,
    UserId owner,
    Notes notes,
    ContentMark content,
    String encryptorPublicKey,
    Issuance issuance,
    @Nullable String inserter,
    BigInteger issuerFee) {

  /// The same credential with notes its issuer wrote later.
  public Credential withNotes(Notes later) {
    return new Credential(
        id, owner, later, content, encryptorPublicKey, issuance, inserter, issuerFee);
  }

  /// What stays of an original while its copies are locked: its notes, not its content.
  public Credential withoutContent() {
    return new Credential(
        id, owner, notes, ContentMark.NOTHING, encryptorPublicKey, issuance, inserter, issuerFee);
  }
}
