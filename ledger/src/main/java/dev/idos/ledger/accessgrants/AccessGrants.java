package dev.idos.ledger.accessgrants;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletIdentifier;
import java.util.List;
import java.util.Optional;

/// The table of access grants. Its primary key is the order in which they were given, because that
/// is the order of every list of them.
public final class AccessGrants {

  public static final Table<AccessGrant> TABLE =
      new Table<>(
          "access_grants",
          30,
          1,
          2,
          List.of(
              Column.of("height", Kind.INT8, AccessGrant::height),
              Column.of("id", Kind.UUID, row -> row.id().value()),
              Column.of("ag_owner_user_id", Kind.UUID, row -> row.owner().value()),
              Column.of("ag_grantee_wallet_identifier", Kind.TEXT, row -> row.grantee().asGiven()),
              Column.of("grantee_canonical", Kind.TEXT, row -> row.grantee().canonical()),
              Column.of("data_id", Kind.UUID, row -> row.data().value()),
              Column.of("locked_until", Kind.INT8, AccessGrant::lockedUntil),
              Column.of("content_hash", Kind.TEXT, AccessGrant::contentHash),
              Column.of("inserter_type", Kind.TEXT, row -> row.origin().type()),
              Column.of("inserter_id", Kind.TEXT, row -> row.origin().id())),
          AccessGrants::read);

  public static final Index<AccessGrant> BY_ID = TABLE.index("access_grants_by_id", true, "id");

  public static final Index<AccessGrant> BY_DATA =
      TABLE.index("access_grants_by_data", false, "data_id");

  public static final Index<AccessGrant> BY_OWNER =
      TABLE.index("access_grants_by_owner", false, "ag_owner_user_id");

  public static final Index<AccessGrant> BY_GRANTEE =
      TABLE.index("access_grants_by_grantee", false, "grantee_canonical");

  public static final Index<AccessGrant> BY_GRANTEE_AND_OWNER =
      TABLE.index(
          "access_grants_by_grantee_and_owner", false, "grantee_canonical", "ag_owner_user_id");

  public static final Index<AccessGrant> BY_GRANTEE_AND_HASH =
      TABLE.index("access_grants_by_grantee_and_hash", false, "grantee_canonical", "content_hash");

  /// One grant for a grantee, a copy and a lock, however the grantee is spelt (W15).
  public static final Index<AccessGrant> BY_MEANING =
      TABLE.index("access_grants_by_meaning", true, "grantee_canonical", "data_id", "locked_until");

  private AccessGrants() {}

  public static Optional<AccessGrant> find(AccessGrantId id, Reader rows) {
    return rows.where(BY_ID, Key.of(id.value())).stream().findFirst();
  }

  /// The grants on a copy, in the order they were given.
  public static List<AccessGrant> on(CredentialId data, Reader rows) {
    return rows.where(BY_DATA, Key.of(data.value()));
  }

  /// The grants a profile has given, in that order.
  public static List<AccessGrant> of(UserId owner, Reader rows) {
    return rows.where(BY_OWNER, Key.of(owner.value()));
  }

  /// Whether the same grant stands already.
  public static boolean stands(
      WalletIdentifier grantee, CredentialId data, long lockedUntil, Reader rows) {
    return !rows.where(BY_MEANING, Key.of(grantee.canonical(), data.value(), lockedUntil))
        .isEmpty();
  }

  private static AccessGrant read(Fields row) {
    return new AccessGrant(
        row.int8(0),
        new AccessGrantId(row.uuid(1)),
        new UserId(row.uuid(2)),
        new WalletIdentifier(row.text(3), row.text(4)),
        new CredentialId(row.uuid(5)),
        row.int8(6),
        row.text(7),
        new AccessGrant.Origin(row.text(8), row.text(9)));
  }
}
