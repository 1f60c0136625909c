package dev.idos.protocol.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one way a paper writes a time: `YYYY-MM-DDTHH:MM:SSZ`. No fraction, no other zone, no leap
/// second, no day that the calendar does not have.
public final class PaperDate {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z");
  private static final long SECONDS_OF_DAY = 86_400;
  private static final long LAST = 253_402_300_799L; // 9999-12-31T23:59:59Z
  private static final long FIRST = -62_167_219_200L; // 0000-01-01T00:00:00Z

  private PaperDate() {}

  /// The seconds since 1970 that a text names, if it is written exactly so.
  public static Optional<Long> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int year = number(form, 1);
    int month = number(form, 2);
    int day = number(form, 3);
    int hour = number(form, 4);
    int minute = number(form, 5);
    int second = number(form, 6);
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= daysOf(year, month)
            && hour < 24
            && minute < 60
            && second < 60;
    return exists
        ? Optional.of(
            epochDay(year, month, day) * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second)
        : Optional.empty();
  }

  /// The text of a time, the inverse of [#parse].
  ///
  /// @throws IllegalArgumentException if the year does not have four digits
  public static String format(long seconds) {
    if (seconds < FIRST || seconds > LAST) {
      throw new IllegalArgumentException("a paper's year has four digits");
    }
    long day = Math.floorDiv(seconds, SECONDS_OF_DAY);
    long rest = Math.floorMod(seconds, SECONDS_OF_DAY);
    int year = 0;
    int month = 1;
    while (year < 9999 && epochDay(year + 1, 1, 1) <= day) {
      year += (int) Math.max(1, (day - epochDay(year + 1, 1, 1)) / 366);
    }
    while (month < 12 && epochDay(year, month + 1, 1) <= day) {
      month++;
    }
    return digits(year, 4)
        + "-"
        + digits(month, 2)
        + "-"
        + digits(day - epochDay(year, month, 1) + 1, 2)
        + "T"
        + digits(rest / 3600, 2)
        + ":"
        + digits(rest / 60 % 60, 2)
        + ":"
        + digits(rest % 60, 2)
        + "Z";
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
  private static long epochDay(int year, int month, int day) {
    long marchYear = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(marchYear, 400L);
    long yearOfEra = marchYear - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  private static int daysOf(int year, int month) {
    boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> isLeap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static String digits(long number, int count) {
    String text = Long.toString(number);
    return "0".repeat(count - text.length()) + text;
  }
}
