package dev.idos.ledger.store;

import dev.idos.protocol.ImpossibleState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What a block has changed so far, over the committed rows. Reads see the block's own writes.
///
/// Steps nest: what was written since [#begin] is kept by [#commit] and forgotten by [#rollback],
/// which is how a transaction is all or nothing.
public final class Changes implements Reader {

  private final Reader committed;
  private final TreeMap<Integer, TableChanges<?>> tables = new TreeMap<>();
  private final Map<UUID, Optional<String>> contents = new HashMap<>();
  private final List<Runnable> undo = new ArrayList<>();
  private final Deque<Integer> steps = new ArrayDeque<>();

  /// An empty buffer over committed rows, which must not change while it is in use.
  public Changes(Reader committed) {
    this.committed = committed;
  }

  /// Opens a step; every step is closed by one [#commit] or one [#rollback].
  public void begin() {
    steps.push(undo.size());
  }

  /// Keeps what the innermost open step wrote.
  public void commit() {
    openStep();
    if (steps.isEmpty()) {
      undo.clear();
    }
  }

  /// Forgets what the innermost open step wrote.
  public void rollback() {
    int mark = openStep();
    while (undo.size() > mark) {
      undo.removeLast().run();
    }
  }

  /// Stores a row under its primary key, new or in place of the one that is there.
  public <R> void put(Table<R> table, R row) {
    write(table, table.key(row), Optional.of(row));
  }

  /// Deletes the row with this key, if there is one.
  public <R> void remove(Table<R> table, Key key) {
    write(table, key, Optional.empty());
  }

  /// Stores a content in place of the one that is there.
  public void putContent(UUID credential, String content) {
    writeContent(credential, Optional.of(content));
  }

  /// Erases a content.
  public void removeContent(UUID credential) {
    writeContent(credential, Optional.empty());
  }

  @Override
  public <R> Optional<R> find(Table<R> table, Key key) {
    return of(table).find(key);
  }

  @Override
  public <R> List<R> where(Index<R> index, Key values) {
    return of(index.table()).where(index, values);
  }

  @Override
  public <R> List<R> page(Index<R> index, Key values, Optional<Key> after, int limit) {
    return of(index.table()).page(index, values, after, limit);
  }

  @Override
  public Optional<String> content(UUID credential) {
    Optional<String> written = contents.get(credential);
    return written != null ? written : committed.content(credential);
  }

  /// The net effect on rows by table id and key. A row that ends as it was is not among them.
  public List<Change<?>> changes() {
    var net = new ArrayList<Change<?>>();
    for (TableChanges<?> table : tables.values()) {
      table.addNetTo(net);
    }
    return net;
  }

  /// The net effect on contents by credential.
  public List<ContentChange> contents() {
    var net = new TreeMap<Key, ContentChange>();
    contents.forEach((id, content) -> net.put(Key.of(id), new ContentChange(id, content)));
    return List.copyOf(net.values());
  }

  private int openStep() {
    if (steps.isEmpty()) {
      throw new ImpossibleState("a step is open");
    }
    return steps.pop();
  }

  private <R> void write(Table<R> table, Key key, Optional<R> row) {
    TableChanges<R> changed = of(table);
    Optional<Optional<R>> earlier = changed.write(key, row);
    if (!steps.isEmpty()) {
      undo.add(() -> changed.restore(key, earlier));
    }
  }

  private void writeContent(UUID credential, Optional<String> content) {
    Optional<Optional<String>> earlier = Optional.ofNullable(contents.put(credential, content));
    if (!steps.isEmpty()) {
      undo.add(() -> restoreContent(credential, earlier));
    }
  }

  private void restoreContent(UUID credential, Optional<Optional<String>> earlier) {
    if (earlier.isEmpty()) {
      contents.remove(credential);
    } else {
      contents.put(credential, earlier.get());
    }
  }

  @SuppressWarnings("unchecked") // an id belongs to one table, checked below
  private <R> TableChanges<R> of(Table<R> table) {
    TableChanges<?> found = tables.get(table.id());
    if (found == null) {
      found = new TableChanges<>(table, committed);
      tables.put(table.id(), found);
    }
    if (found.table() != table) {
      throw new ImpossibleState("two tables never share an id");
    }
    return (TableChanges<R>) found;
  }
}
