package dev.idos.ledger.answers;

import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.Rows;
import dev.idos.protocol.value.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of a view in their order, and how each is read from what the rule found. Immutable:
/// each method answers with a shape that has one column more.
public final class Shape<R> {

  private record Member<R>(Rows.Column column, Function<R, @Nullable Object> value) {}

  private final List<Member<R>> members;

  private Shape(List<Member<R>> members) {
    this.members = List.copyOf(members);
  }

  /// A shape without columns, to add them to.
  public static <R> Shape<R> empty() {
    return new Shape<>(List.of());
  }

  /// Adds a column of ids.
  public Shape<R> uuid(String name, Function<R, UUID> value) {
    return with(name, DataType.UUID, value::apply);
  }

  /// Adds a column of ids that may be absent.
  public Shape<R> optionalUuid(String name, Function<R, Optional<UUID>> value) {
    return with(name, DataType.UUID, row -> value.apply(row).orElse(null));
  }

  /// Adds a column of texts.
  public Shape<R> text(String name, Function<R, String> value) {
    return with(name, DataType.TEXT, value::apply);
  }

  /// Adds a column of texts that may be absent.
  public Shape<R> optionalText(String name, Function<R, Optional<String>> value) {
    return with(name, DataType.TEXT, row -> value.apply(row).orElse(null));
  }

  /// Adds a column of whole numbers.
  public Shape<R> int8(String name, Function<R, Long> value) {
    return with(name, DataType.INT8, value::apply);
  }

  /// Adds a column of yes or no.
  public Shape<R> bool(String name, Function<R, Boolean> value) {
    return with(name, DataType.BOOL, value::apply);
  }

  /// Adds a column of any type.
  public Shape<R> with(String name, DataType type, Function<R, @Nullable Object> value) {
    var more = new ArrayList<>(members);
    more.add(new Member<>(new Rows.Column(name, type), value));
    return new Shape<>(more);
  }

  /// An answer of one row a thing.
  public Answer all(List<R> found) {
    var values = new ArrayList<List<@Nullable Object>>(found.size());
    for (R row : found) {
      var line = new ArrayList<@Nullable Object>(members.size());
      for (Member<R> member : members) {
        line.add(member.value().apply(row));
      }
      values.add(line);
    }
    return new Answer.Found(new Rows(columns(), values));
  }

  /// An answer of one row.
  public Answer one(R found) {
    return all(List.of(found));
  }

  /// An answer of at most one row.
  public Answer one(Optional<R> found) {
    return all(found.stream().toList());
  }

  /// An answer without rows.
  public Answer none() {
    return all(List.of());
  }

  private List<Rows.Column> columns() {
    return members.stream().map(Member::column).toList();
  }
}
