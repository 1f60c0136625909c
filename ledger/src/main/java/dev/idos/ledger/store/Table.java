package dev.idos.ledger.store;

import dev.idos.protocol.ImpossibleState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of record the ledger keeps: its columns in declared order, its primary key (the first
/// `keyLength` columns), its indexes, and how a row is read back.
///
/// The declared order, the id and the format version are hashed (`ledger.md` §7): changing any of
/// them changes the rules of the network.
public final class Table<R> {

  private final String name;
  private final int id;
  private final int formatVersion;
  private final int keyLength;
  private final List<Column<R>> columns;
  private final Function<Fields, R> read;
  private final List<Index<R>> indexes = new ArrayList<>();
  private boolean leaf = true;

  public Table(
      String name,
      int id,
      int formatVersion,
      int keyLength,
      List<Column<R>> columns,
      Function<Fields, R> read) {
    this.name = name;
    this.id = id;
    this.formatVersion = formatVersion;
    this.keyLength = keyLength;
    this.columns = List.copyOf(columns);
    this.read = read;
  }

  /// Declares an index over named columns; called once, where the table is declared.
  public Index<R> index(String indexName, boolean unique, String... columnNames) {
    var places = Arrays.stream(columnNames).map(this::place).toList();
    var index = new Index<>(this, indexName, places, unique);
    indexes.add(index);
    return index;
  }

  /// Marks a table that is derived from others and so is no leaf of the state tree.
  public Table<R> notALeaf() {
    leaf = false;
    return this;
  }

  public String name() {
    return name;
  }

  public int id() {
    return id;
  }

  public int formatVersion() {
    return formatVersion;
  }

  public boolean isLeaf() {
    return leaf;
  }

  public List<Column<R>> columns() {
    return columns;
  }

  public List<Column<R>> keyColumns() {
    return columns.subList(0, keyLength);
  }

  public List<Index<R>> indexes() {
    return List.copyOf(indexes);
  }

  public Key key(R row) {
    var parts = new ArrayList<Object>(keyLength);
    for (Column<R> column : keyColumns()) {
      Object part = column.value().apply(row);
      if (part == null) {
        throw new ImpossibleState("a primary key is not null");
      }
      parts.add(part);
    }
    return new Key(parts);
  }

  /// The values of an index for a row, or nothing when one of them is null.
  public Optional<Key> indexKey(Index<R> index, R row) {
    var parts = new ArrayList<Object>(index.columns().size());
    for (int place : index.columns()) {
      Object part = columns.get(place).value().apply(row);
      if (part == null) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(new Key(parts));
  }

  public Fields fields(R row) {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (Column<R> column : columns) {
      values.add(column.value().apply(row));
    }
    return new Fields(values);
  }

  public R read(Fields fields) {
    return read.apply(fields);
  }

  private int place(String columnName) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(columnName)) {
        return i;
      }
    }
    throw new ImpossibleState("the table has the column " + columnName);
  }

  @Override
  public String toString() {
    return name;
  }
}
