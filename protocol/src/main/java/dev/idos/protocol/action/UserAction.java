package dev.idos.protocol.action;

import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;

/// Profiles: made by inserters, owned by whoever holds their wallets.
public sealed interface UserAction extends Action {

  @Wire(value = "add_user_as_inserter", description = "Create a new user in idOS")
  record AddUserAsInserter(
      UserId id, String recipientEncryptionPublicKey, String encryptionPasswordStore)
      implements UserAction {}

  @Wire(
      value = "update_user_pub_key_as_inserter",
      description = "Update a user's encryption key in idOS")
  record UpdateUserPubKeyAsInserter(
      UserId id, String recipientEncryptionPublicKey, String encryptionPasswordStore)
      implements UserAction {}

  /// The owner replaces the key that credentials are encrypted to.
  @Wire(
      value = "rotate_user_key",
      additive = true,
      description = "Replace the encryption key of your idOS profile")
  record RotateUserKey(String recipientEncryptionPublicKey, String encryptionPasswordStore)
      implements UserAction {}

  /// A wallet leaves its profile, even as the last one.
  @Wire(
      value = "leave_profile",
      additive = true,
      description = "Leave your idOS profile with this wallet")
  record LeaveProfile(WalletId walletId) implements UserAction {}

  /// The owner deletes the whole profile; what is locked stays until its lock passes.
  @Wire(value = "remove_user", additive = true, description = "Delete your idOS profile")
  record RemoveUser() implements UserAction {}
}
