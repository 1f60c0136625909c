package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of any table, with values its record takes.
final class SampleRows {

  private SampleRows() {}

  static <R> void put(Table<R> table, Changes rows) {
    rows.put(table, of(table));
  }

  static <R> R of(Table<R> table) {
    var values = new ArrayList<@Nullable Object>();
    for (Column<R> column : table.columns()) {
      values.add(value(column));
    }
    return table.read(new Fields(values));
  }

  private static Object value(Column<?> column) {
    return switch (column.kind()) {
      case TEXT -> text(column.name());
      case UUID -> new UUID(7, 7);
      case INT8 -> 7L;
      case NUMERIC -> BigInteger.TEN;
      case BOOL -> true;
      case BYTES -> Bytes.ofUnshared(new byte[32]);
    };
  }

  private static String text(String column) {
    return switch (column) {
      case "wallet_type" -> "EVM";
      case "encryption_password_store" -> "user";
      case "inserter_type" -> "user";
      case "address", "identifier", "ag_grantee_wallet_identifier", "grantee_canonical" ->
          "0x00000000000000000000000000000000000000aa";
      default -> "text";
    };
  }
}
