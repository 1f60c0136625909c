package dev.idos.ledger.writegrants;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.WriteGrantId;
import java.nio.ByteBuffer;
import java.util.List;

/// The tables of used papers, hashed only (`ledger.md` §2).
public final class ConsumedPapers {

  /// One row a write grant that was used.
  public static final Table<ConsumedPaper> WRITE_GRANTS = table("consumed_write_grants", 40);

  /// One row an access grant that came into being by paper, or that was taken back.
  public static final Table<ConsumedPaper> ACCESS_GRANTS = table("consumed_access_grants", 41);

  private ConsumedPapers() {}

  /// A write grant is used once by its owner's wallet; another's paper of the same id is another
  /// paper (W6).
  public static ConsumedPaper writeGrant(Bytes ownerKey, WriteGrantId id) {
    return new ConsumedPaper(Sha256.of(length(ownerKey), ownerKey, UuidV5.bytes(id.value())));
  }

  /// An access grant comes into being once by paper (W5).
  public static ConsumedPaper accessGrant(
      String canonicalGrantee, CredentialId data, long lockedUntil) {
    Bytes grantee = Utf8.encode(canonicalGrantee);
    var lock = Bytes.ofUnshared(ByteBuffer.allocate(Long.BYTES).putLong(lockedUntil).array());
    return new ConsumedPaper(Sha256.of(length(grantee), grantee, UuidV5.bytes(data.value()), lock));
  }

  /// Whether the paper was used.
  public static boolean holds(Table<ConsumedPaper> table, ConsumedPaper paper, Reader rows) {
    return rows.find(table, table.key(paper)).isPresent();
  }

  private static Table<ConsumedPaper> table(String name, int id) {
    return new Table<>(
        name,
        id,
        1,
        1,
        List.of(Column.of("paper", Kind.BYTES, ConsumedPaper::key)),
        row -> new ConsumedPaper(row.bytes(0)));
  }

  /// No two lists of fields make the same bytes.
  private static Bytes length(Bytes field) {
    return Bytes.ofUnshared(ByteBuffer.allocate(Integer.BYTES).putInt(field.length()).array());
  }
}
