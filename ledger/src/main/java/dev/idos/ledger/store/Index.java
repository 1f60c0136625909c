package dev.idos.ledger.store;

import java.util.List;

/// A way to find rows by other columns than the primary key. Rows in which one of the columns is
/// null are not in the index.
///
/// @param table the table it finds rows of
/// @param name the name of the index in a database
/// @param columns the places of its columns, in order
/// @param unique whether two rows may not share all of them; rules refuse before a database would
public record Index<R>(Table<R> table, String name, List<Integer> columns, boolean unique) {
  public Index {
    columns = List.copyOf(columns);
  }
}
