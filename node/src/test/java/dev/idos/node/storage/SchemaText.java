package dev.idos.node.storage;

import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the schema of a table has to be, as statements: what the migrations are compared with, and
/// what to copy into a new one.
final class SchemaText {

  private SchemaText() {}

  static List<String> of(Table<?> table) {
    var statements = new ArrayList<String>();
    statements.add(createTable(table));
    for (Index<?> index : table.indexes()) {
      statements.add(createIndex(table, index));
    }
    return statements;
  }

  private static <R> String createTable(Table<R> table) {
    var lines = new ArrayList<String>();
    for (Column<R> column : table.columns()) {
      lines.add(
          column.name()
              + " "
              + SqlValue.type(column.kind())
              + (column.nullable() ? "" : " NOT NULL"));
    }
    lines.add(SqlTable.ROW_HASH + " BLOB NOT NULL");
    lines.add("PRIMARY KEY (" + names(table.keyColumns()) + ")");
    return "CREATE TABLE %s (\n  %s\n) STRICT".formatted(table.name(), String.join(",\n  ", lines));
  }

  /// The primary key follows the indexed columns, so that lists come in its order unsorted.
  private static <R> String createIndex(Table<R> table, Index<?> index) {
    var columns = new ArrayList<Column<R>>();
    index.columns().forEach(place -> columns.add(table.columns().get(place)));
    if (!index.unique()) {
      table.keyColumns().stream().filter(key -> !columns.contains(key)).forEach(columns::add);
    }
    return "CREATE %sINDEX %s ON %s (%s)"
        .formatted(index.unique() ? "UNIQUE " : "", index.name(), table.name(), names(columns));
  }

  private static <R> String names(List<Column<R>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
