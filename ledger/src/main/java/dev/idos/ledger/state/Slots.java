package dev.idos.ledger.state;

import java.util.Arrays;

/// Byte records of one width in chunks, by number. A million small objects would cost more for
/// their headers than for what they hold.
final class Slots {

  private static final int BITS = 14;
  private static final int PER_CHUNK = 1 << BITS;

  private final int width;
  private byte[][] chunks = new byte[0][];
  private int[] free = new int[16];
  private int freeCount;
  private int used;

  Slots(int width) {
    this.width = width;
  }

  /// The number of a record to write; its bytes are those of whatever stood there before.
  int allocate() {
    if (freeCount > 0) {
      freeCount--;
      return free[freeCount];
    }
    if (used == chunks.length * PER_CHUNK) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunks[chunks.length - 1] = new byte[PER_CHUNK * width];
    }
    used++;
    return used - 1;
  }

  void free(int slot) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount] = slot;
    freeCount++;
  }

  /// The chunk that holds a record, from [#at] on.
  byte[] chunk(int slot) {
    return chunks[slot >>> BITS];
  }

  int at(int slot) {
    return (slot & (PER_CHUNK - 1)) * width;
  }

  /// The bytes set aside for records, used or not.
  long footprint() {
    return (long) chunks.length * PER_CHUNK * width + 4L * free.length;
  }
}
