package dev.idos.node.storage;

import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The rows after one block: out of the cache where it knows them, else from a connection that sees
/// the same block, unless the filter knows that there are none.
///
/// @param height the block's height
/// @param committed the connection, asked for when it is first needed
record CachedReader(
    RowCache cache, KeyFilter filter, long height, Supplier<? extends Reader> committed)
    implements Reader {

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    Optional<R> known = cache.row(table, key, height);
    if (known.isPresent()) {
      return known;
    }
    if (filter.isEmpty(Place.of(table, key))) {
      return Optional.empty();
    }
    Optional<R> row = committed.get().find(table, key);
    row.ifPresent(found -> cache.keepRow(table, key, found, height));
    return row;
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    Optional<List<R>> known = cache.rows(index, values, height);
    if (known.isPresent()) {
      return known.get();
    }
    if (filter.isEmpty(Place.of(index, values))) {
      return List.of();
    }
    List<R> rows = List.copyOf(committed.get().where(index, values));
    cache.keepRows(index, values, rows, height);
    return rows;
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    return filter.isEmpty(Place.of(index, values))
        ? List.of()
        : committed.get().page(index, values, after, limit);
  }

  @Override
  public Optional<String> content(UUID credential) {
    Optional<String> known = cache.content(credential, height);
    if (known.isPresent()) {
      return known;
    }
    Optional<String> content = committed.get().content(credential);
    content.ifPresent(text -> cache.keepContent(credential, text, height));
    return content;
  }
}
