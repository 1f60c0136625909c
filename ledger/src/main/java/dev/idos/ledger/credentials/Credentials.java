package dev.idos.ledger.credentials;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// The table of credentials.
public final class Credentials {

  public static final Table<Credential> TABLE =
      new Table<>(
          "credentials",
          20,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, row -> row.id().value()),
              Column.of("user_id", Kind.UUID, row -> row.owner().value()),
              Column.nullable(
                  "verifiable_credential_id",
                  Kind.TEXT,
                  row -> row.notes().verifiableCredentialId()),
              Column.<Credential>of("public_notes", Kind.TEXT, row -> row.notes().text())
                  .asPersonal(),
              Column.nullable("notes_edited_by", Kind.TEXT, row -> row.notes().editedBy()),
              Column.of("content_hash_sha256", Kind.BYTES, row -> row.content().sha256()),
              Column.of("content_length", Kind.INT8, row -> row.content().length()),
              Column.of("encryptor_public_key", Kind.TEXT, Credential::encryptorPublicKey),
              Column.of("issuer_auth_public_key", Kind.TEXT, row -> row.issuance().key()),
              Column.of(
                  "public_notes_signature", Kind.BYTES, row -> row.issuance().notesSignature()),
              Column.of("broader_signature", Kind.BYTES, row -> row.issuance().broaderSignature()),
              Column.nullable("inserter", Kind.TEXT, Credential::inserter),
              Column.of("issuer_fee", Kind.NUMERIC, Credential::issuerFee)),
          Credentials::read);

  public static final Index<Credential> BY_OWNER =
      TABLE.index("credentials_by_owner", false, "user_id");

  /// Finds the profile in which a signed credential lives already (W25).
  public static final Index<Credential> BY_SIGNATURE =
      TABLE.index("credentials_by_signature", false, "issuer_auth_public_key", "broader_signature");

  /// Finds what an issuer may rewrite the notes of.
  public static final Index<Credential> BY_NOTES_ID =
      TABLE.index(
          "credentials_by_notes_id", false, "issuer_auth_public_key", "verifiable_credential_id");

  private Credentials() {}

  public static Optional<Credential> find(CredentialId id, Reader rows) {
    return rows.find(TABLE, Key.of(id.value()));
  }

  /// All credentials of a profile, copies included, by id.
  public static List<Credential> of(UserId owner, Reader rows) {
    return rows.where(BY_OWNER, Key.of(owner.value()));
  }

  private static Credential read(Fields row) {
    return new Credential(
        new CredentialId(row.uuid(0)),
        new UserId(row.uuid(1)),
        new Notes(row.text(3), row.textOrNull(2), row.textOrNull(4)),
        new ContentMark(row.bytes(5), row.int8(6)),
        row.text(7),
        new Issuance(row.text(8), row.bytes(9), row.bytes(10)),
        row.textOrNull(11),
        row.numeric(12));
  }
}
