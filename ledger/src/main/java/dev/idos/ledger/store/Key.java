package dev.idos.ledger.store;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Utf8;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// A primary key, or the values of an index: parts that are never null. Ordered part by part as
/// unsigned bytes, which is the order of every adapter (BLOB, `COLLATE "C"`), so that nobody's list
/// depends on a collation.
public record Key(List<Object> parts) implements Comparable<Key> {

  public Key {
    parts = List.copyOf(parts);
  }

  public static Key of(Object... parts) {
    return new Key(List.of(parts));
  }

  @Override
  public int compareTo(Key other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      int order = orderedBytes(parts.get(i)).compareTo(orderedBytes(other.parts.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  /// The part as bytes whose unsigned order is the order of the part.
  private static Bytes orderedBytes(Object part) {
    return switch (part) {
      case Bytes bytes -> bytes;
      case UUID uuid -> uuidBytes(uuid);
      case String text -> Utf8.encode(text);
      case Long number ->
          Bytes.ofUnshared(ByteBuffer.allocate(8).putLong(number ^ Long.MIN_VALUE).array());
      case Boolean flag -> Bytes.of(flag ? 1 : 0);
      default -> throw new ImpossibleState("a key part is text, uuid, number, flag or bytes");
    };
  }

  static Bytes uuidBytes(UUID uuid) {
    return Bytes.ofUnshared(
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array());
  }
}
