package dev.idos.ledger.accessgrants;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletIdentifier;

/// That a grantee may read a copy.
///
/// @param height the block that made it: grants are listed in the order they were given
/// @param owner the profile of the copy
/// @param grantee whom it is for
/// @param data the copy
/// @param lockedUntil the last second in which the owner cannot take it back; 0 for no lock
/// @param contentHash the hash of the plaintext, as whoever gave it says, never a proof
/// @param origin who made it
public record AccessGrant(
    long height,
    AccessGrantId id,
    UserId owner,
    WalletIdentifier grantee,
    CredentialId data,
    long lockedUntil,
    String contentHash,
    Origin origin) {

  /// How a grant came to be, as the wire names it.
  ///
  /// @param type `user`, `dag_message` or `delegated_write_grant`
  /// @param id the caller, or the id of the write grant
  public record Origin(String type, String id) {
    public static final String USER = "user";
    public static final String ACCESS_PAPER = "dag_message";
    public static final String WRITE_PAPER = "delegated_write_grant";
  }
}
