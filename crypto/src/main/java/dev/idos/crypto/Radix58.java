package dev.idos.crypto;

import java.util.Arrays;
import java.util.Optional;

/// Bytes as digits of base 58 in one alphabet. Leading zero bytes become leading first letters.
final class Radix58 {

  /// Decoding takes quadratic time, so texts longer than this are not looked at.
  static final int LONGEST_TEXT = 512;

  private final String alphabet;
  private final int[] digitOf = new int[128];

  Radix58(String alphabet) {
    this.alphabet = alphabet;
    Arrays.fill(digitOf, -1);
    for (int digit = 0; digit < 58; digit++) {
      digitOf[alphabet.charAt(digit)] = digit;
    }
  }

  String encode(Bytes value) {
    int zeros = 0;
    while (zeros < value.length() && value.at(zeros) == 0) {
      zeros++;
    }
    var digits = new int[value.length() * 138 / 100 + 1];
    int used = 0;
    for (int i = zeros; i < value.length(); i++) {
      used = multiplyAndAdd(digits, used, 256, value.at(i), 58);
    }
    var text = new StringBuilder(zeros + used);
    text.repeat(alphabet.charAt(0), zeros);
    for (int i = used - 1; i >= 0; i--) {
      text.append(alphabet.charAt(digits[i]));
    }
    return text.toString();
  }

  Optional<Bytes> decode(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == alphabet.charAt(0)) {
      zeros++;
    }
    var littleEndian = new int[text.length()];
    int used = 0;
    for (int i = zeros; i < text.length(); i++) {
      char letter = text.charAt(i);
      int digit = letter < 128 ? digitOf[letter] : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      used = multiplyAndAdd(littleEndian, used, 58, digit, 256);
    }
    var value = new byte[zeros + used];
    for (int i = 0; i < used; i++) {
      value[zeros + i] = (byte) littleEndian[used - 1 - i];
    }
    return Optional.of(Bytes.ofUnshared(value));
  }

  /// Multiplies a number of little-endian digits in place and answers how many digits it now has.
  private static int multiplyAndAdd(int[] digits, int used, int factor, int carry, int radix) {
    int length = used;
    int rest = carry;
    for (int i = 0; i < length; i++) {
      rest += digits[i] * factor;
      digits[i] = rest % radix;
      rest /= radix;
    }
    while (rest > 0) {
      digits[length++] = rest % radix;
      rest /= radix;
    }
    return length;
  }
}
