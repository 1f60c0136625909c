package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The one row that says whose folder this is and how far it got. It changes in the transaction of
/// every block.
///
/// @param chainId the network
/// @param genesisHash the hash of the genesis file
/// @param head the last committed block
record ChainRow(String chainId, Bytes genesisHash, ChainHead head) {

  static final String SELECT =
      "SELECT chain_id, genesis_hash, height, time_millis, block_hash, state_root FROM chain";
  static final String SELECT_HEIGHT = "SELECT height FROM chain";
  private static final String INSERT =
      "INSERT INTO chain (one, chain_id, genesis_hash, height, time_millis, block_hash, state_root)"
          + " VALUES (1, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE chain SET height = ?, time_millis = ?, block_hash = ?, state_root = ?";

  static ChainRow read(ResultSet row) throws SQLException {
    if (!row.next()) {
      throw new ImpossibleState("a data folder names its chain");
    }
    return new ChainRow(
        row.getString(1),
        Bytes.ofUnshared(row.getBytes(2)),
        new ChainHead(
            row.getLong(3),
            row.getLong(4),
            Bytes.ofUnshared(row.getBytes(5)),
            Bytes.ofUnshared(row.getBytes(6))));
  }

  void insert(SqliteSession session) throws SQLException {
    PreparedStatement insert = session.statement(INSERT);
    SqlValue.bind(insert, 1, chainId);
    SqlValue.bind(insert, 2, genesisHash);
    bindHead(insert, 3, head);
    insert.executeUpdate();
  }

  static void update(SqliteSession session, ChainHead head) throws SQLException {
    PreparedStatement update = session.statement(UPDATE);
    bindHead(update, 1, head);
    if (update.executeUpdate() != 1) {
      throw new ImpossibleState("a data folder names its chain");
    }
  }

  private static void bindHead(PreparedStatement statement, int from, ChainHead head)
      throws SQLException {
    SqlValue.bind(statement, from, head.height());
    SqlValue.bind(statement, from + 1, head.timeMillis());
    SqlValue.bind(statement, from + 2, head.blockHash());
    SqlValue.bind(statement, from + 3, head.stateRoot());
  }
}
