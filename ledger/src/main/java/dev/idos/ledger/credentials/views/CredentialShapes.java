package dev.idos.ledger.credentials.views;

import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.credentials.Credential;
import dev.idos.protocol.CredentialId;
import java.util.Optional;

/// The columns of the views of credentials (`actions.md` §12).
final class CredentialShapes {

  /// `get_credentials`.
  static final Shape<Listed> LISTED =
      Shape.<Listed>empty()
          .uuid("id", it -> it.credential().id().value())
          .uuid("user_id", it -> it.credential().owner().value())
          .text("public_notes", it -> it.credential().notes().text())
          .text("issuer_auth_public_key", it -> it.credential().issuance().key())
          .optionalText("inserter", it -> inserter(it.credential()))
          .optionalUuid("original_id", it -> it.originalId().map(CredentialId::value));

  /// `get_credentials_page`.
  static final Shape<Listed> LISTED_PAGE =
      LISTED.text("cursor", it -> it.credential().id().toString());

  /// `get_credentials_shared_by_user`.
  static final Shape<SharedCopy> SHARED =
      Shape.<SharedCopy>empty()
          .uuid("id", it -> it.copy().id().value())
          .uuid("user_id", it -> it.copy().owner().value())
          .text("public_notes", it -> it.original().notes().text())
          .text("encryptor_public_key", it -> it.copy().encryptorPublicKey())
          .text("issuer_auth_public_key", it -> it.copy().issuance().key())
          .optionalText("inserter", it -> inserter(it.copy()))
          .uuid("original_id", it -> it.original().id().value());

  /// `get_credentials_shared_by_user_page`.
  static final Shape<SharedCopy> SHARED_PAGE =
      SHARED.text("cursor", it -> it.copy().id().toString());

  /// `get_credential_owned` and `get_credential_shared`.
  static final Shape<Read> READ =
      Shape.<Read>empty()
          .uuid("id", it -> it.credential().id().value())
          .uuid("user_id", it -> it.credential().owner().value())
          .text("public_notes", Read::notes)
          .text("content", Read::content)
          .text("encryptor_public_key", it -> it.credential().encryptorPublicKey())
          .text("issuer_auth_public_key", it -> it.credential().issuance().key())
          .optionalText("inserter", it -> inserter(it.credential()));

  /// `get_sibling_credential_id`.
  static final Shape<CredentialId> ID = Shape.<CredentialId>empty().uuid("id", CredentialId::value);

  /// `credential_exist_as_inserter`.
  static final Shape<Boolean> EXISTS =
      Shape.<Boolean>empty().bool("credential_exist", exists -> exists);

  /// `get_credential_proof`: with a copy, who edited the notes its readers see.
  static final Shape<Proven> PROOF =
      Shape.<Proven>empty()
          .text(
              "public_notes_signature", it -> it.credential().issuance().notesSignature().base64())
          .text("broader_signature", it -> it.credential().issuance().broaderSignature().base64())
          .bool("issuer_verified", Proven::issuerVerified)
          .optionalText(
              "notes_edited_by", it -> Optional.ofNullable(it.original().notes().editedBy()));

  private CredentialShapes() {}

  private static Optional<String> inserter(Credential credential) {
    return Optional.ofNullable(credential.inserter());
  }
}
