package dev.idos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing a row holds may be missing where it is stored or hashed.
class TablesTest {

  /// Texts that some column takes: where it takes only certain ones, these are among them.
  private static final List<List<String>> TEXTS =
      List.of(List.of("one", "two"), List.of("EVM", "NEAR"), List.of("user", "dag_message"));

  static List<Table<?>> tables() {
    return Tables.all();
  }

  @Test
  void ids_and_names_are_unique() {
    assertThat(tables()).extracting(Table::id).doesNotHaveDuplicates();
    assertThat(tables()).extracting(Table::name).doesNotHaveDuplicates();
    assertThat(tables()).isSortedAccordingTo((one, two) -> Integer.compare(one.id(), two.id()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <R> void every_component_of_a_row_is_stored_and_hashed(Table<R> table) throws Exception {
    Fields sample = sample(table);
    R row = table.read(sample);
    assertThat(table.fields(row)).isEqualTo(sample);
    var untouched = new TreeSet<String>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      untouched.add(component.getName());
    }
    for (int place = 0; place < table.columns().size(); place++) {
      for (Fields other : variants(table, sample, place)) {
        R changed = table.read(other);
        if (changed.equals(row)) {
          continue; // a column that follows from the others, for an index
        }
        assertThat(LeafEncoding.value(table, changed))
            .as("%s.%s", table, table.columns().get(place).name())
            .isNotEqualTo(LeafEncoding.value(table, row));
        for (RecordComponent component : row.getClass().getRecordComponents()) {
          if (!of(component, row).equals(of(component, changed))) {
            untouched.remove(component.getName());
          }
        }
      }
    }
    assertThat(untouched).as("components of %s that no column holds", table).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  <R> void a_key_tells_rows_apart(Table<R> table) {
    Fields sample = sample(table);
    for (int place = 0; place < table.keyColumns().size(); place++) {
      Fields other = variants(table, sample, place).getFirst();
      assertThat(LeafEncoding.key(table, table.key(table.read(other))))
          .isNotEqualTo(LeafEncoding.key(table, table.key(table.read(sample))));
    }
  }

  private static Object of(RecordComponent component, Object row) throws Exception {
    component.getAccessor().setAccessible(true);
    return component.getAccessor().invoke(row);
  }

  private static <R> Fields sample(Table<R> table) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column<R> column : table.columns()) {
      values.add(column.kind() == Kind.TEXT ? "one" : values(column.kind()).getFirst());
    }
    for (int place = 0; place < values.size(); place++) {
      if (table.columns().get(place).kind() == Kind.TEXT) {
        for (List<String> texts : TEXTS) {
          values.set(place, texts.getFirst());
          if (isReadUpTo(table, values)) {
            break;
          }
        }
      }
    }
    return new Fields(values);
  }

  /// Whether a row reads, or reads as far as only later columns could be at fault.
  private static <R> boolean isReadUpTo(Table<R> table, List<@Nullable Object> values) {
    try {
      table.read(new Fields(values));
      return true;
    } catch (ImpossibleState | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static <R> List<Fields> variants(Table<R> table, Fields sample, int place) {
    Column<R> column = table.columns().get(place);
    var variants = new ArrayList<Fields>();
    if (column.nullable()) {
      variants.add(with(sample, place, null));
    }
    if (column.kind() == Kind.TEXT) {
      for (List<String> texts : TEXTS) {
        Fields other = with(sample, place, texts.getLast());
        if (variants.size() < 2 && isReadUpTo(table, other.values())) {
          variants.add(other);
        }
      }
      if (variants.isEmpty()) {
        variants.add(togetherWithItsCopies(sample, place));
      }
    } else {
      variants.add(with(sample, place, values(column.kind()).getLast()));
    }
    return variants;
  }

  /// A text may stand twice, as it was given and as it is compared: both change together.
  private static Fields togetherWithItsCopies(Fields sample, int place) {
    List<@Nullable Object> values = new ArrayList<>(sample.values());
    Object text = values.get(place);
    values.replaceAll(value -> Objects.equals(value, text) ? "two" : value);
    return new Fields(values);
  }

  private static Fields with(Fields fields, int place, @Nullable Object value) {
    List<@Nullable Object> values = new ArrayList<>(fields.values());
    values.set(place, value);
    return new Fields(values);
  }

  private static List<Object> values(Kind kind) {
    return switch (kind) {
      case TEXT -> List.of("one", "two");
      case UUID -> List.of(new UUID(1, 1), new UUID(2, 2));
      case INT8 -> List.of(1L, 2L);
      case NUMERIC -> List.of(BigInteger.ONE, BigInteger.TWO);
      case BOOL -> List.of(true, false);
      case BYTES -> List.of(Bytes.of(1), Bytes.of(2));
    };
  }
}
