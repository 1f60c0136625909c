package dev.idos.ledger.state;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import java.math.BigInteger;
import java.util.UUID;

/// The two hashes by which a row stands in the state tree (`ledger.md` §7). Made from the table's
/// description alone, so a column cannot be stored and not hashed.
public final class LeafEncoding {

  private LeafEncoding() {}

  /// Where a row stands: H(table name ‖ 0x00 ‖ primary key). Parts have a fixed width or carry
  /// their length, so no two keys run together.
  public static Bytes key(Table<?> table, Key key) {
    var out = new LeafWriter();
    out.ascii(table.name());
    out.number1(0);
    for (Object part : key.parts()) {
      write(part, out);
    }
    return out.hash();
  }

  /// What a row is: H(table id ‖ format version ‖ fields in declared order), each field behind a
  /// byte that tells null from anything else.
  public static <R> Bytes value(Table<R> table, R row) {
    var out = new LeafWriter();
    out.number4(table.id());
    out.number4(table.formatVersion());
    for (Column<R> column : table.columns()) {
      Object field = column.value().apply(row);
      if (field == null) {
        out.number1(0);
      } else {
        out.number1(1);
        write(field, out);
      }
    }
    return out.hash();
  }

  /// A leaf of the tree: H(0x00 ‖ key ‖ value).
  public static Bytes leaf(Bytes key, Bytes value) {
    return Sha256.of(Bytes.of(StateTree.LEAF), key, value);
  }

  private static void write(Object field, LeafWriter out) {
    switch (field) {
      case String text -> out.text(text);
      case UUID id -> out.uuid(id);
      case Long number -> out.number8(number);
      case BigInteger number -> out.text(number.toString());
      case Boolean flag -> out.number1(flag ? 1 : 0);
      case Bytes bytes -> out.bytes(bytes);
      default -> throw new ImpossibleState("a field is of one of the kinds of a column");
    }
  }
}
