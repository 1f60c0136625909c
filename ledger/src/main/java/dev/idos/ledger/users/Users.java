package dev.idos.ledger.users;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// The table of profiles.
public final class Users {

  /// One row a profile.
  public static final Table<User> USERS =
      new Table<>(
          "users",
          1,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, user -> user.id().value()),
              Column.<User>of(
                      "recipient_encryption_public_key",
                      Kind.TEXT,
                      User::recipientEncryptionPublicKey)
                  .asPersonal(),
              Column.of("encryption_password_store", Kind.TEXT, User::encryptionPasswordStore),
              Column.of("inserter", Kind.TEXT, User::inserter),
              Column.of("inserter_id", Kind.UUID, user -> user.inserterId().value()),
              Column.of("gas_allowance", Kind.NUMERIC, User::gasAllowance),
              Column.of("claimed", Kind.BOOL, User::claimed),
              Column.of("closing", Kind.BOOL, User::closing)),
          Users::read);

  private Users() {}

  /// The profile with this id.
  public static Optional<User> find(UserId id, Reader rows) {
    return rows.find(USERS, Key.of(id.value()));
  }

  private static User read(Fields fields) {
    return new User(
        new UserId(fields.uuid(0)),
        fields.text(1),
        fields.text(2),
        fields.text(3),
        new InserterId(fields.uuid(4)),
        fields.numeric(5),
        fields.bool(6),
        fields.bool(7));
  }
}
