package dev.idos.sdk;

import dev.idos.protocol.UserId;

/// A profile as a node tells it.
///
/// @param id the user
/// @param claimedKey the encryption key that this one node names, in base64; it is compared,
///     never encrypted to
/// @param passwordStore who remembers the password: `user` or `mpc`
public record Profile(UserId id, String claimedKey, String passwordStore) {

  static Profile of(Row row) {
    return new Profile(
        new UserId(row.uuid("id")),
        row.text("recipient_encryption_public_key"),
        row.text("encryption_password_store"));
  }
}
