package dev.idos.node.storage;

import dev.idos.ledger.store.ContentChange;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The encrypted contents, beside the rows of their credentials: what no rule ever reads.
final class ContentRows {

  static final String FIND = "SELECT content FROM contents WHERE credential = ?";
  private static final String UPSERT =
      "INSERT INTO contents (credential, content) VALUES (?, ?)"
          + " ON CONFLICT (credential) DO UPDATE SET content = excluded.content";
  private static final String DELETE = "DELETE FROM contents WHERE credential = ?";

  /// Every content with the hash in its credential's row, and every credential without a content.
  static final String WITH_HASHES =
      "SELECT coalesce(contents.credential, credentials.id), content, content_hash_sha256"
          + " FROM contents FULL JOIN credentials ON credentials.id = contents.credential";

  private ContentRows() {}

  static void apply(SqliteSession session, ContentChange change) throws SQLException {
    PreparedStatement statement = session.statement(change.content().isPresent() ? UPSERT : DELETE);
    SqlValue.bind(statement, 1, change.credential());
    if (change.content().isPresent()) {
      statement.setString(2, change.content().get());
    }
    statement.executeUpdate();
  }
}
