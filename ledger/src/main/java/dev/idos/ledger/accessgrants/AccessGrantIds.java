package dev.idos.ledger.accessgrants;

import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UuidV5;
import java.util.UUID;

/// The id of a grant, which clients derive as well (`actions.md` §8).
public final class AccessGrantIds {

  private static final UUID NAMESPACE = UUID.fromString("31276fd4-105f-4ff7-9f64-644942c14b79");

  private AccessGrantIds() {}

  /// The id of a grant for a grantee exactly as it was written.
  public static AccessGrantId of(String granteeAsGiven, CredentialId data, long lockedUntil) {
    String name = granteeAsGiven + "-" + data + "-" + lockedUntil;
    return new AccessGrantId(UuidV5.of(NAMESPACE, name));
  }
}
