package dev.idos.protocol.action;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WriteGrantId;

/// Encrypted credentials: originals, their edits, and copies made for a grantee.
public sealed interface CredentialAction extends Action {

  @Wire(value = "upsert_credential_as_inserter", description = "Add a credential as inserter ")
  record UpsertCredentialAsInserter(
      CredentialId id,
      UserId userId,
      String issuerAuthPublicKey,
      String encryptorPublicKey,
      @MaxBytes(MaxBytes.CONTENT) String content,
      @MaxBytes(MaxBytes.NOTES) String publicNotes,
      String publicNotesSignature,
      String broaderSignature)
      implements CredentialAction {}

  @Wire(value = "add_credential", description = "Add a new credential")
  record AddCredential(
      CredentialId id,
      String issuerAuthPublicKey,
      String encryptorPublicKey,
      @MaxBytes(MaxBytes.CONTENT) String content,
      @MaxBytes(MaxBytes.NOTES) String publicNotes,
      String publicNotesSignature,
      String broaderSignature)
      implements CredentialAction {}

  @Wire(value = "edit_credential", description = "Edit a credential")
  record EditCredential(
      CredentialId id,
      @MaxBytes(MaxBytes.NOTES) String publicNotes,
      String publicNotesSignature,
      String broaderSignature,
      @MaxBytes(MaxBytes.CONTENT) String content,
      String encryptorPublicKey,
      String issuerAuthPublicKey)
      implements CredentialAction {}

  @Wire(
      value = "edit_public_notes_as_issuer",
      description = "Edit the public notes of credentials you issued")
  record EditPublicNotesAsIssuer(String publicNotesId, @MaxBytes(MaxBytes.NOTES) String publicNotes)
      implements CredentialAction {}

  @Wire(value = "remove_credential", description = "Remove a credential")
  record RemoveCredential(CredentialId id) implements CredentialAction {}

  @Wire(value = "rescind_shared_credential", description = "Rescind a shared credential")
  record RescindSharedCredential(CredentialId credentialId) implements CredentialAction {}

  @Wire(value = "share_credential", description = "Share a credential with creating AG")
  record ShareCredential(
      CredentialId id,
      CredentialId originalCredentialId,
      @MaxBytes(MaxBytes.NOTES) String publicNotes,
      String publicNotesSignature,
      String broaderSignature,
      @MaxBytes(MaxBytes.CONTENT) String content,
      String contentHash,
      String encryptorPublicKey,
      String issuerAuthPublicKey,
      String granteeWalletIdentifier,
      long lockedUntil)
      implements CredentialAction {}

  /// An issuer writes the credential and its own copy with a paper the owner signed.
  @Wire(
      value = "create_credentials_by_dwg",
      description = "Create credentials by delegated write grant")
  record CreateCredentialsByDwg(
      String issuerAuthPublicKey,
      String originalEncryptorPublicKey,
      CredentialId originalCredentialId,
      @MaxBytes(MaxBytes.CONTENT) String originalContent,
      @MaxBytes(MaxBytes.NOTES) String originalPublicNotes,
      String originalPublicNotesSignature,
      String originalBroaderSignature,
      String copyEncryptorPublicKey,
      CredentialId copyCredentialId,
      @MaxBytes(MaxBytes.CONTENT) String copyContent,
      String copyPublicNotesSignature,
      String copyBroaderSignature,
      String contentHash,
      String dwgOwner,
      String dwgGrantee,
      String dwgIssuerPublicKey,
      WriteGrantId dwgId,
      String dwgAccessGrantTimelock,
      String dwgNotBefore,
      String dwgNotAfter,
      @MaxBytes(4 * MaxBytes.PROOF) String dwgSignature)
      implements CredentialAction {}
}
