package dev.idos.protocol.query;

import dev.idos.protocol.value.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a view answers: named, typed columns and rows of values. A value is a `String`, `Long`,
/// `Boolean`, `BigInteger`, `UUID` or null.
public record Rows(List<Column> columns, List<List<@Nullable Object>> values) {

  public record Column(String name, DataType type) {}

  public Rows {
    columns = List.copyOf(columns);
    var copies = new ArrayList<List<@Nullable Object>>(values.size());
    for (List<@Nullable Object> row : values) {
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    values = Collections.unmodifiableList(copies);
  }
}
