package dev.idos.credentials.subject;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of single members of a KYC subject.
final class MemberRules {

  private static final Pattern SSN = Pattern.compile("[0-9A-Za-z]{9}");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[0-9A-Za-z_'+-]++(?:\\.[0-9A-Za-z_'+-]++)*+@(?:[0-9A-Za-z][0-9A-Za-z-]*+\\.)++[A-Za-z]{2,}");
  private static final int MAX_EMAIL_LENGTH = 254;
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final String EMPTY_FILE = "<~~>";

  private MemberRules() {}

  /// Line feeds are allowed, for addresses. Other control characters and unpaired surrogates are
  /// not: readers differ in how they write them into the bytes that are signed.
  static boolean isPlainText(String text) {
    return !text.isBlank()
        && text.codePoints()
            .noneMatch(
                point ->
                    point != '\n'
                        && (Character.isISOControl(point)
                            || Character.getType(point) == Character.SURROGATE));
  }

  static boolean isSsn(String text) {
    return SSN.matcher(text).matches();
  }

  static boolean isGender(String text) {
    return Set.of("M", "F", "OTHER").contains(text);
  }

  static boolean isCountry(String text) {
    return COUNTRIES.contains(text);
  }

  static boolean isEmail(String text) {
    return text.length() <= MAX_EMAIL_LENGTH && EMAIL.matcher(text).matches();
  }

  static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  static boolean isFile(String ascii85) {
    return ascii85.length() > EMPTY_FILE.length();
  }
}
