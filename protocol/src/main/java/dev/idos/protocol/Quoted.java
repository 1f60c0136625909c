package dev.idos.protocol;

/// A stranger's word as a refusal repeats it: one short line of printable ASCII. Receipts are
/// stored and logged, so nothing else may enter them.
public final class Quoted {

  private static final int MAX = 64;

  private Quoted() {}

  /// The word, cut and cleaned.
  public static String of(String word) {
    var line = new StringBuilder();
    for (int i = 0; i < Math.min(word.length(), MAX); i++) {
      char unit = word.charAt(i);
      line.append(unit >= 0x20 && unit < 0x7f ? unit : '?');
    }
    return word.length() <= MAX ? line.toString() : line.append("...").toString();
  }
}
