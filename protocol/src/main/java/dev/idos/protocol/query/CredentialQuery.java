package dev.idos.protocol.query;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.Wire;
import org.jspecify.annotations.Nullable;

/// Views of credentials.
public sealed interface CredentialQuery extends Query {

  @Wire("get_credentials")
  record GetCredentials() implements CredentialQuery {}

  @Wire(value = "get_credentials_page", additive = true)
  record GetCredentialsPage(@Nullable String after, @Nullable Long size)
      implements CredentialQuery {}

  @Wire("get_credentials_shared_by_user")
  record GetCredentialsSharedByUser(UserId userId, @Nullable String originalIssuerAuthPublicKey)
      implements CredentialQuery {}

  @Wire(value = "get_credentials_shared_by_user_page", additive = true)
  record GetCredentialsSharedByUserPage(
      UserId userId,
      @Nullable String originalIssuerAuthPublicKey,
      @Nullable String after,
      @Nullable Long size)
      implements CredentialQuery {}

  @Wire("get_credential_owned")
  record GetCredentialOwned(CredentialId id) implements CredentialQuery {}

  @Wire("get_credential_shared")
  record GetCredentialShared(CredentialId id) implements CredentialQuery {}

  @Wire("get_sibling_credential_id")
  record GetSiblingCredentialId(String contentHash) implements CredentialQuery {}

  @Wire("credential_exist_as_inserter")
  record CredentialExistAsInserter(CredentialId id) implements CredentialQuery {}

  /// The signatures a later reader needs to notice a node that changed notes or content (W24, W26).
  @Wire(value = "get_credential_proof", additive = true)
  record GetCredentialProof(CredentialId id) implements CredentialQuery {}
}
