package dev.idos.sdk;

import dev.idos.protocol.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list page by page, so that no answer grows without bound.
final class Pages {

  private static final long SIZE = 100;

  private Pages() {}

  /// All rows of a list.
  ///
  /// @param page makes the question for the rows after a cursor
  static <T> List<T> all(
      SignedIn session, BiFunction<@Nullable String, Long, Query> page, Function<Row, T> read) {
    var all = new ArrayList<T>();
    String after = null;
    while (true) {
      var rows = session.ask(page.apply(after, SIZE));
      rows.forEach(row -> all.add(read.apply(row)));
      if (rows.size() < SIZE) {
        return List.copyOf(all);
      }
      after = rows.getLast().text("cursor");
    }
  }
}
