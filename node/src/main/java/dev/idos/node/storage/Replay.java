package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import java.sql.SQLException;
import java.util.List;

/// Takes the blocks of a log into the tables, in portions.
final class Replay {

  private final SqliteSession session;
  private ChainHead head;
  private Memtable recent = new Memtable();

  Replay(SqliteSession session) {
    this.session = session;
    this.head = session.head();
  }

  /// Takes the next record.
  ///
  /// @throws FolderRefused if it does not follow
  void add(Bytes record) {
    try {
      long height = BlockRecord.height(record);
      if (height <= head.height()) {
        return; // the tables were written, and the file was not deleted yet
      }
      var before = new MemtableReader(List.of(recent), Long.MAX_VALUE, session);
      BlockCommit block = BlockRecord.decode(record, session.tables(), before);
      if (height != head.height() + 1) {
        throw new FolderRefused("the log lacks the block after " + head.height());
      }
      recent.add(block);
      head = block.after(head);
      if (recent.bytes() >= Flusher.wanted()) {
        flush();
      }
    } catch (MalformedException damaged) {
      throw new FolderRefused("the log holds a block that cannot be read", damaged);
    } catch (SQLException failure) {
      throw SqliteFailure.of("take in the log", failure);
    }
  }

  /// Writes what was taken into the tables.
  void flush() throws SQLException {
    if (!recent.isEmpty()) {
      session.execute("BEGIN IMMEDIATE");
      head = new BlockWriter(session, KillPoints.NONE).write(session.head(), recent.net());
      session.commit();
      recent = new Memtable();
    }
  }
}
