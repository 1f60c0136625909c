package dev.idos.node.storage;

import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One reading of one block. It answers out of the cache as long as it can, and takes a connection
/// when it must; if a block was committed in between, that connection sees another block, and the
/// reading starts again.
final class Reading implements Snapshot, AutoCloseable {

  /// Says that the reading began with a block that is no longer the last.
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Overtaken() {
      super("a block was committed meanwhile", null, false, false);
    }
  }

  private final ReaderPool pool;
  private final ChainHead head;
  private final Reader rows;
  private @Nullable SqliteSession session;

  private Reading(
      ReaderPool pool, RowCache cache, ChainHead head, @Nullable SqliteSession session) {
    this.pool = pool;
    this.head = head;
    this.session = session;
    this.rows = new CachedReader(cache, head.height(), this::session);
  }

  /// Begins without a connection, at what was the last block a moment ago.
  static Reading at(ChainHead head, ReaderPool pool, RowCache cache) {
    return new Reading(pool, cache, head, null);
  }

  /// Begins with a connection, at the block it sees.
  static Reading begun(ReaderPool pool, RowCache cache) {
    SqliteSession session = pool.lend();
    try {
      return new Reading(pool, cache, session.head(), session);
    } catch (RuntimeException failure) {
      pool.takeBack(session);
      throw failure;
    }
  }

  @Override
  public ChainHead head() {
    return head;
  }

  @Override
  public Reader rows() {
    return rows;
  }

  @Override
  public Optional<Receipt> receipt(TransactionHash transaction) {
    return session().find(ReceiptRow.TABLE, Key.of(transaction.value())).map(ReceiptRow::receipt);
  }

  @Override
  public long count(Table<?> table) {
    return session().count(table);
  }

  private SqliteSession session() {
    if (session == null) {
      session = pool.lend();
      if (session.height() != head.height()) {
        throw new Overtaken();
      }
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      pool.takeBack(session);
      session = null;
    }
  }
}
