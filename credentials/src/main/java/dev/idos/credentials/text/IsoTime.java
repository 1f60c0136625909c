package dev.idos.credentials.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as idOS writes them into credentials.
public final class IsoTime {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private IsoTime() {}

  /// With milliseconds, as dates of the issuer are written.
  public static String withMillis(Instant time) {
    return MILLIS.format(time);
  }

  /// To the second, as the time of issuing and signing is written.
  public static String toSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
