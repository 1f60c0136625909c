package dev.idos.credentials.proof;

import dev.idos.protocol.Require;
import java.math.BigDecimal;

/// A number as ECMAScript writes it, which RFC 8785 asks for: the shortest digits that name the
/// double, plain between 1e-6 and 1e21 and with an exponent outside.
final class CanonicalNumber {

  private static final int MAX_PLAIN = 21;
  private static final int MIN_PLAIN = -6;

  private CanonicalNumber() {}

  static String text(double number) {
    Require.that(Double.isFinite(number), "a JSON number is finite");
    if (number == 0) {
      return "0";
    }
    // since JDK 19 Double.toString gives the shortest digits
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale(); // the value is 0.digits × 10^point
    return (number < 0 ? "-" : "") + place(digits, point);
  }

  private static String place(String digits, int point) {
    if (point > MAX_PLAIN || point <= MIN_PLAIN) {
      String tail = digits.length() == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + tail + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return digits.length() <= point
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}
