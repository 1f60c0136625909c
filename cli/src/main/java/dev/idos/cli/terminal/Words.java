package dev.idos.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers, times and identifiers are written for people.
public final class Words {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /// A duration: `38 ms`, `1.2 s`.
  public static String duration(long nanos) {
    long millis = Duration.ofNanos(nanos).toMillis();
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }

  /// A size: `812 B`, `14.2 KiB`, `2.1 MiB`.
  public static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1024 * 1024
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024.0));
  }

  /// An address or key, shortened: `0x7099…79C8`.
  public static String brief(String identifier) {
    return identifier.length() <= 13
        ? identifier
        : identifier.substring(0, 6) + "…" + identifier.substring(identifier.length() - 4);
  }

  /// A moment of today.
  public static String time(Instant moment) {
    return TIME.format(moment);
  }
}
