package dev.idos.protocol.query;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.protocol.action.Wire;
import org.jspecify.annotations.Nullable;

/// Views of grants, and the texts of grant papers.
public sealed interface AccessGrantQuery extends Query {

  @Wire("get_access_grants_owned")
  record GetAccessGrantsOwned() implements AccessGrantQuery {}

  @Wire(value = "get_access_grants_owned_page", additive = true)
  record GetAccessGrantsOwnedPage(@Nullable String after, @Nullable Long size)
      implements AccessGrantQuery {}

  @Wire("get_access_grants_granted")
  record GetAccessGrantsGranted(@Nullable UserId userId, @Nullable Long page, @Nullable Long size)
      implements AccessGrantQuery {}

  @Wire(value = "get_access_grants_granted_page", additive = true)
  record GetAccessGrantsGrantedPage(
      @Nullable UserId userId, @Nullable String after, @Nullable Long size)
      implements AccessGrantQuery {}

  @Wire("get_access_grants_granted_count")
  record GetAccessGrantsGrantedCount(@Nullable UserId userId) implements AccessGrantQuery {}

  @Wire("get_access_grants_for_credential")
  record GetAccessGrantsForCredential(CredentialId credentialId) implements AccessGrantQuery {}

  @Wire(value = "get_access_grants_for_credential_page", additive = true)
  record GetAccessGrantsForCredentialPage(
      CredentialId credentialId, @Nullable String after, @Nullable Long size)
      implements AccessGrantQuery {}

  @Wire("has_locked_access_grants")
  record HasLockedAccessGrants(CredentialId id) implements AccessGrantQuery {}

  @Wire("dwg_message")
  record DwgMessage(
      String ownerWalletIdentifier,
      String granteeWalletIdentifier,
      String issuerPublicKey,
      WriteGrantId id,
      String accessGrantTimelock,
      String notUsableBefore,
      String notUsableAfter)
      implements AccessGrantQuery {}

  @Wire("dag_message")
  record DagMessage(
      String dagOwnerWalletIdentifier,
      String dagGranteeWalletIdentifier,
      CredentialId dagDataId,
      long dagLockedUntil,
      String dagContentHash)
      implements AccessGrantQuery {}
}
