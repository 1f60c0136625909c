package dev.idos.ledger.store;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
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
      int order = compareParts(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  /// Parts in the same place of two keys of a table are of one type.
  private static int compareParts(Object one, Object two) {
    return switch (one) {
      case Bytes bytes -> bytes.compareTo((Bytes) two);
      case UUID uuid -> compareUuids(uuid, (UUID) two);
      case String text -> compareTexts(text, (String) two);
      case Long number -> number.compareTo((Long) two);
      case Boolean flag -> flag.compareTo((Boolean) two);
      default -> throw new ImpossibleState("a key part is text, uuid, number, flag or bytes");
    };
  }

  /// As unsigned bytes: `UUID.compareTo` is signed.
  private static int compareUuids(UUID one, UUID two) {
    int order = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
    return order != 0
        ? order
        : Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
  }

  /// As UTF-8 bytes, which is the order of code points: `String.compareTo` orders surrogates
  /// before U+E000.
  private static int compareTexts(String one, String two) {
    int shared = Math.min(one.length(), two.length());
    for (int i = 0; i < shared; i++) {
      char a = one.charAt(i);
      char b = two.charAt(i);
      if (a != b) {
        return Integer.compare(inCodePointOrder(a), inCodePointOrder(b));
      }
    }
    return Integer.compare(one.length(), two.length());
  }

  private static int inCodePointOrder(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
