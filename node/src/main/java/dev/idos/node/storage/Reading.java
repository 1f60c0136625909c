package dev.idos.node.storage;

import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One reading of one block. It answers out of memory as long as it can, and takes a connection
/// when it must; if the tables took in newer blocks in between, the reading starts again.
final class Reading implements Snapshot, AutoCloseable {

  /// Says that the tables may be ahead of the block the reading began with.
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Overtaken() {
      super("the tables were written meanwhile", null, false, false);
    }
  }

  private final ReaderPool pool;
  private final Published seen;
  private final Reader rows;
  private @Nullable SqliteSession session;

  private Reading(
      ReaderPool pool,
      RowCache cache,
      KeyFilter filter,
      Published seen,
      @Nullable SqliteSession session) {
    this.pool = pool;
    this.seen = seen;
    this.session = session;
    var stored = new CachedReader(cache, filter, seen.stored(), this::session);
    this.rows =
        seen.memtables().stream().allMatch(Memtable::isEmpty) // blocks added later are not seen
            ? stored
            : new MemtableReader(seen.memtables(), seen.head().height(), stored);
  }

  /// Begins without a connection, at what was published a moment ago.
  static Reading at(Published seen, ReaderPool pool, RowCache cache, KeyFilter filter) {
    return new Reading(pool, cache, filter, seen, null);
  }

  /// Begins with a connection, at the block it sees and what is published on top of it.
  static Reading begun(
      Supplier<Published> published, ReaderPool pool, RowCache cache, KeyFilter filter) {
    while (true) {
      var reading = new Reading(pool, cache, filter, published.get(), pool.lend());
      if (reading.isOfOneBlock()) {
        return reading;
      }
      reading.close(); // the tables were written just now
    }
  }

  private boolean isOfOneBlock() {
    try {
      return session().height() == seen.stored();
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  @Override
  public ChainHead head() {
    return seen.head();
  }

  @Override
  public Reader rows() {
    return rows;
  }

  @Override
  public Optional<Receipt> receipt(TransactionHash transaction) {
    for (Memtable memtable : seen.memtables()) {
      Receipt recent = memtable.receipt(transaction, seen.head().height());
      if (recent != null) {
        return Optional.of(recent);
      }
    }
    return session().find(ReceiptRow.TABLE, Key.of(transaction.value())).map(ReceiptRow::receipt);
  }

  @Override
  public long count(Table<?> table) {
    long count = session().count(table);
    for (Memtable memtable : seen.memtables()) {
      count += memtable.added(table, seen.head().height());
    }
    return count;
  }

  private SqliteSession session() {
    if (session == null) {
      session = pool.lend();
      if (session.height() != seen.stored()) {
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
