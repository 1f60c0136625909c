package dev.idos.node.storage;

import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.MalformedException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// The statements of every table, by the table's id.
final class SqlTables {

  private final TreeMap<Integer, SqlTable<?>> byId = new TreeMap<>();
  private final List<SqlTable<?>> ofLedger;

  SqlTables(List<Table<?>> ledgerTables) {
    ledgerTables.forEach(this::add);
    ofLedger = List.copyOf(byId.values());
    add(BlockRow.TABLE);
    add(ReceiptRow.TABLE);
  }

  private void add(Table<?> table) {
    if (byId.put(table.id(), new SqlTable<>(table)) != null) {
      throw new ImpossibleState("an id belongs to one table");
    }
  }

  @SuppressWarnings("unchecked") // an id belongs to one table
  <R> SqlTable<R> of(Table<R> table) {
    SqlTable<?> sql = byId.get(table.id());
    if (sql == null || sql.table() != table) {
      throw new ImpossibleState("the storage knows the table " + table);
    }
    return (SqlTable<R>) sql;
  }

  /// The one with an id, by which a log names it.
  SqlTable<?> withId(long id) throws MalformedException {
    SqlTable<?> sql = byId.get(Math.toIntExact(id));
    if (sql == null) {
      throw new MalformedException("no table has the id " + id);
    }
    return sql;
  }

  /// Those whose rows the rules write, by id.
  List<SqlTable<?>> ofLedger() {
    return ofLedger;
  }

  /// All of them, by id.
  Collection<SqlTable<?>> all() {
    return Collections.unmodifiableCollection(byId.values());
  }
}
