package dev.idos.protocol;

import java.util.UUID;

/// The id of an access grant, which follows from what it says (`facts/actions.md` §8).
public final class AccessGrantIds {

  private static final UUID NAMESPACE = UUID.fromString("31276fd4-105f-4ff7-9f64-644942c14b79");

  private AccessGrantIds() {}

  /// The id of the grant. Two spellings of a grantee give two ids, as clients expect.
  public static AccessGrantId of(String granteeAsGiven, CredentialId dataId, long lockedUntil) {
    String name = granteeAsGiven + "-" + dataId.value() + "-" + lockedUntil;
    return new AccessGrantId(UuidV5.of(NAMESPACE, name));
  }
}
