package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.ContentChange;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A block as it stands in the log: height, time, state root, the rows it stored and the keys it
/// deleted, contents, receipts, erased senders. What a row was before is not written: whoever reads
/// the log has the blocks before.
final class BlockRecord {

  private static final int DELETED = 0;
  private static final int STORED = 1;

  private BlockRecord() {}

  static Bytes encode(BlockCommit block) {
    var out = new WireWriter(Math.toIntExact(Math.min(block.estimatedBytes(), 1 << 30)));
    out.u64(block.height()).u64(block.timeMillis()).bytes(block.stateRoot());
    out.u32(block.rows().size());
    block.rows().forEach(row -> writeRow(out, row));
    out.u32(block.contents().size());
    block.contents().forEach(content -> writeContent(out, content));
    out.u32(block.receipts().size());
    block
        .receipts()
        .forEach(receipt -> writeFields(out, ReceiptRow.TABLE, new ReceiptRow(receipt, 0)));
    out.u32(block.erasedSenders().size());
    block.erasedSenders().forEach(out::bytes);
    return out.toBytes();
  }

  static long height(Bytes record) throws MalformedException {
    return WireReader.of(record).u64();
  }

  /// Reads a block whose predecessors `before` shows.
  static BlockCommit decode(Bytes record, SqlTables tables, Reader before)
      throws MalformedException {
    var in = WireReader.of(record);
    long height = in.u64();
    long timeMillis = in.u64();
    Bytes stateRoot = in.bytes();
    var rows = new ArrayList<RowChange<?>>();
    for (long left = in.u32(); left > 0; left--) {
      rows.add(readRow(in, tables.withId(in.u32()).table(), before));
    }
    var contents = new ArrayList<ContentChange>();
    for (long left = in.u32(); left > 0; left--) {
      UUID credential = in.uuid();
      boolean stored = in.u8() == STORED;
      contents.add(
          new ContentChange(credential, stored ? Optional.of(in.text()) : Optional.empty()));
    }
    var receipts = new ArrayList<Receipt>();
    for (long left = in.u32(); left > 0; left--) {
      receipts.add(ReceiptRow.TABLE.read(readFields(in, ReceiptRow.TABLE)).receipt());
    }
    var erasedSenders = new ArrayList<Bytes>();
    for (long left = in.u32(); left > 0; left--) {
      erasedSenders.add(in.bytes());
    }
    in.end();
    return new BlockCommit(height, timeMillis, stateRoot, receipts, rows, contents, erasedSenders);
  }

  private static <R> void writeRow(WireWriter out, RowChange<R> row) {
    Table<R> table = row.change().table();
    out.u32(table.id());
    Optional<R> after = row.change().after();
    if (after.isPresent()) {
      out.u8(STORED).bytes(storedHash(row));
      writeFields(out, table, after.get());
    } else {
      out.u8(DELETED);
      List<Object> parts = row.change().key().parts();
      for (int i = 0; i < parts.size(); i++) {
        writeValue(out, table.keyColumns().get(i).kind(), parts.get(i));
      }
    }
  }

  private static Bytes storedHash(RowChange<?> row) {
    return row.rowHash().orElseThrow(() -> new ImpossibleState("a stored row has its hash"));
  }

  private static <R> RowChange<R> readRow(WireReader in, Table<R> table, Reader before)
      throws MalformedException {
    if (in.u8() == STORED) {
      Bytes rowHash = in.bytes();
      R after = table.read(readFields(in, table));
      Key key = table.key(after);
      var change = new Change<>(table, key, before.find(table, key), Optional.of(after));
      return new RowChange<>(change, Optional.of(rowHash));
    }
    var parts = new ArrayList<Object>();
    for (Column<R> column : table.keyColumns()) {
      parts.add(readValue(in, column.kind()));
    }
    var key = new Key(parts);
    return new RowChange<>(
        new Change<>(table, key, before.find(table, key), Optional.empty()), Optional.empty());
  }

  private static void writeContent(WireWriter out, ContentChange content) {
    out.uuid(content.credential());
    content.content().ifPresentOrElse(text -> out.u8(STORED).text(text), () -> out.u8(DELETED));
  }

  private static <R> void writeFields(WireWriter out, Table<R> table, R row) {
    for (Column<R> column : table.columns()) {
      @Nullable Object value = column.value().apply(row);
      if (value == null) {
        out.u8(DELETED);
      } else {
        out.u8(STORED);
        writeValue(out, column.kind(), value);
      }
    }
  }

  private static <R> Fields readFields(WireReader in, Table<R> table) throws MalformedException {
    var values = new ArrayList<@Nullable Object>();
    for (Column<R> column : table.columns()) {
      values.add(in.u8() == STORED ? readValue(in, column.kind()) : null);
    }
    return new Fields(values);
  }

  private static void writeValue(WireWriter out, Kind kind, Object value) {
    var unused =
        switch (kind) {
          case TEXT -> out.text((String) value);
          case UUID -> out.uuid((UUID) value);
          case INT8 -> out.u64((Long) value);
          case NUMERIC -> out.text(value.toString());
          case BOOL -> out.u8((Boolean) value ? 1 : 0);
          case BYTES -> out.bytes((Bytes) value);
        };
  }

  private static Object readValue(WireReader in, Kind kind) throws MalformedException {
    return switch (kind) {
      case TEXT -> in.text();
      case UUID -> in.uuid();
      case INT8 -> in.u32() | in.u32() << 32;
      case NUMERIC -> new BigInteger(in.text());
      case BOOL -> in.u8() == 1;
      case BYTES -> in.bytes();
    };
  }
}
