package dev.idos.ledger.usage;

/// How many bytes a text takes, without making them.
final class Utf8Length {

  private Utf8Length() {}

  static long of(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      length += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return length;
  }
}
