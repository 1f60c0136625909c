package dev.idos.ledger.credentials;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.CredentialId;
import java.util.List;
import java.util.Optional;

/// The table that says which credential is a copy of which.
public final class SharedCredentials {

  public static final Table<SharedCredential> TABLE =
      new Table<>(
          "shared_credentials",
          21,
          1,
          2,
          List.of(
              Column.of("original_id", Kind.UUID, row -> row.original().value()),
              Column.of("copy_id", Kind.UUID, row -> row.copy().value())),
          row ->
              new SharedCredential(new CredentialId(row.uuid(0)), new CredentialId(row.uuid(1))));

  public static final Index<SharedCredential> BY_ORIGINAL =
      TABLE.index("shared_credentials_by_original", false, "original_id");

  /// A copy has one original.
  public static final Index<SharedCredential> BY_COPY =
      TABLE.index("shared_credentials_by_copy", true, "copy_id");

  private SharedCredentials() {}

  /// The original of a copy, or nothing if it is no copy.
  public static Optional<CredentialId> originalOf(CredentialId copy, Reader rows) {
    return rows.where(BY_COPY, Key.of(copy.value())).stream()
        .findFirst()
        .map(SharedCredential::original);
  }

  public static boolean isCopy(CredentialId id, Reader rows) {
    return originalOf(id, rows).isPresent();
  }

  /// The copies of an original, by id.
  public static List<CredentialId> copiesOf(CredentialId original, Reader rows) {
    return rows.where(BY_ORIGINAL, Key.of(original.value())).stream()
        .map(SharedCredential::copy)
        .toList();
  }
}
