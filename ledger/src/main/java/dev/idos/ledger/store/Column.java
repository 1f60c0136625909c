package dev.idos.ledger.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One field of a table, in its declared place.
///
/// @param name the column's name in a database
/// @param kind what it holds
/// @param nullable whether it may be null
/// @param personal whether it is about a person and must be erasable: sealed at rest by an adapter
///     that can
/// @param value how it is read from a row
public record Column<R>(
    String name,
    Kind kind,
    boolean nullable,
    boolean personal,
    Function<R, @Nullable Object> value) {

  public static <R> Column<R> of(String name, Kind kind, Function<R, @Nullable Object> value) {
    return new Column<>(name, kind, false, false, value);
  }

  public static <R> Column<R> nullable(
      String name, Kind kind, Function<R, @Nullable Object> value) {
    return new Column<>(name, kind, true, false, value);
  }

  /// The same column, marked as personal.
  public Column<R> asPersonal() {
    return new Column<>(name, kind, nullable, true, value);
  }
}
