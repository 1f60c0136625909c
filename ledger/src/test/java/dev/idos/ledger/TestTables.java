package dev.idos.ledger;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.ledger.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Walks over everything there is, so that no test forgets a table or a field.
final class TestTables {

  private TestTables() {}

  /// Every row of every table that is a leaf of the state, by its two hashes.
  static void forEachLeaf(RowsInMemory rows, BiConsumer<Bytes, Bytes> visitor) {
    for (Table<?> table : Tables.all()) {
      if (table.isLeaf()) {
        forEachLeaf(table, rows, visitor);
      }
    }
  }

  private static <R> void forEachLeaf(
      Table<R> table, RowsInMemory rows, BiConsumer<Bytes, Bytes> visitor) {
    rows.forEach(
        table,
        row ->
            visitor.accept(
                LeafEncoding.key(table, table.key(row)), LeafEncoding.value(table, row)));
  }

  /// The same genesis with each of its parts changed.
  static List<Genesis> variantsOf(Genesis g) {
    var variants = new ArrayList<Genesis>();
    List<GenesisInserter> none = List.of();
    var renamed = List.of(new GenesisInserter("issuer", List.of()));
    var operator = new Operator("another", "CH", List.of("https://node.example"));
    var here = g.operator();
    variants.add(new Genesis("x", g.owner(), g.timeSeconds(), g.inserters(), here, g.limits()));
    variants.add(new Genesis(g.chainId(), "x", g.timeSeconds(), g.inserters(), here, g.limits()));
    variants.add(new Genesis(g.chainId(), g.owner(), 1, g.inserters(), here, g.limits()));
    variants.add(new Genesis(g.chainId(), g.owner(), g.timeSeconds(), none, here, g.limits()));
    variants.add(new Genesis(g.chainId(), g.owner(), g.timeSeconds(), renamed, here, g.limits()));
    variants.add(
        new Genesis(g.chainId(), g.owner(), g.timeSeconds(), g.inserters(), operator, g.limits()));
    for (int place = 0; place < 8; place++) {
      variants.add(
          new Genesis(g.chainId(), g.owner(), g.timeSeconds(), g.inserters(), here, limits(place)));
    }
    return variants;
  }

  private static Limits limits(int one) {
    long[] values = new long[8];
    Limits usual = Limits.DEFAULT;
    List<Long> before =
        List.of(
            usual.userBytes(),
            usual.userRows(),
            usual.blockBytes(),
            usual.pendingBytesPerSender(),
            usual.pendingBytesPerNode(),
            usual.addressPerSecond(),
            usual.addressBurst(),
            usual.probesPerSecond());
    for (int i = 0; i < values.length; i++) {
      values[i] =
          before.get(i) + (i != one ? 0 : i == 2 ? -1 : 1); // a block is bounded by a sender
    }
    return new Limits(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
  }
}
