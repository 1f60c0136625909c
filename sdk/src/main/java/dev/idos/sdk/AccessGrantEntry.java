package dev.idos.sdk;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.time.Instant;
import java.util.Optional;

/// An access grant.
///
/// @param grantee the identifier of who may read
/// @param dataId the copy that may be read
/// @param lockedUntil seconds since 1970 through which it cannot be taken back; 0 for no lock
/// @param contentHash SHA-256 of the plaintext in hex, as whoever made the grant stated it
public record AccessGrantEntry(
    AccessGrantId id,
    UserId ownerId,
    String grantee,
    CredentialId dataId,
    long lockedUntil,
    Optional<String> contentHash) {

  /// Whether it cannot be taken back at this moment.
  public boolean isLockedAt(Instant now) {
    return lockedUntil >= now.getEpochSecond();
  }

  static AccessGrantEntry of(Row row) {
    return new AccessGrantEntry(
        new AccessGrantId(row.uuid("id")),
        new UserId(row.uuid("ag_owner_user_id")),
        row.text("ag_grantee_wallet_identifier"),
        new CredentialId(row.uuid("data_id")),
        row.number("locked_until"),
        row.maybeText("content_hash"));
  }
}
