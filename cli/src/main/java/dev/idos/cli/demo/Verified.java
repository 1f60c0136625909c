package dev.idos.cli.demo;

import dev.idos.credentials.CredentialIssuer;
import dev.idos.credentials.HolderId;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.UnlockedOwner;
import dev.idos.sdk.WrittenByGrant;

/// Where the first chapter ends: a person with a credential, and the issuer that wrote it.
///
/// @param password what the person's key is made from
/// @param holder the wallet that the credential is bound to
record Verified(
    ProfileRequest request,
    String password,
    UnlockedOwner owner,
    HolderId holder,
    IssuerClient issuer,
    String issuerName,
    CredentialIssuer signer,
    CredentialContent kyc,
    WrittenByGrant written) {

  /// Without the password.
  @Override
  public String toString() {
    return "Verified[" + request.id() + "]";
  }
}
