package dev.idos.node.storage;

import dev.idos.ledger.Tables;
import dev.idos.ledger.store.Table;
import java.util.ArrayList;
import java.util.List;

/// Prints the statements of every table, for whoever writes the next migration.
final class PrintSchema {

  private PrintSchema() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    List<Table<?>> tables = new ArrayList<>(Tables.all());
    tables.add(BlockRow.TABLE);
    tables.add(ReceiptRow.TABLE);
    for (Table<?> table : tables) {
      System.out.println(String.join(";\n", SchemaText.of(table)) + ";\n");
    }
  }
}
