package dev.idos.node.storage;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Makes a new database a network's, and keeps a network's database from any other.
final class SqliteChain {

  private SqliteChain() {}

  /// Stores genesis in a new database; checks that an old one is of this network.
  ///
  /// @param beforeNew what is to be done before a new database becomes this network's: from then on
  ///     no other is taken
  static void claim(
      Path database, SqlTables tables, Chain chain, BlockCommit first, Runnable beforeNew) {
    try (var session = new SqliteSession(SqliteFile.openWriter(database), tables)) {
      Optional<ChainRow> owner = find(session);
      if (owner.isEmpty()) {
        beforeNew.run();
        session.execute("BEGIN IMMEDIATE");
        new BlockWriter(session, KillPoints.NONE).writeFirst(chain, first);
        session.commit();
      } else {
        requireSame(chain, owner.get());
      }
    } catch (SQLException failure) {
      throw SqliteFailure.of("open the data folder", failure);
    }
  }

  /// The network of a database, if it has one.
  static Optional<ChainRow> find(SqliteSession session) throws SQLException {
    try (ResultSet row = session.statement(ChainRow.SELECT).executeQuery()) {
      return row.isBeforeFirst() ? Optional.of(ChainRow.read(row)) : Optional.empty();
    }
  }

  private static void requireSame(Chain chain, ChainRow owner) {
    if (!owner.chainId().equals(chain.id())) {
      throw new FolderRefused(
          "the data folder belongs to the network %s, not to %s: use another folder"
              .formatted(owner.chainId(), chain.id()));
    }
    if (!owner.genesisHash().equals(chain.genesisHash())) {
      throw new FolderRefused(
          "the data folder belongs to another network that is also called %s: use another folder"
              .formatted(chain.id()));
    }
  }
}
