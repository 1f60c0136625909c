package dev.idos.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The one line of facts a measurement ends with.
///
/// @param limitPerSecond what the named bound alone would allow, measured in the same run
/// @param limitedBy the bound
public record Facts(
    double perSecond,
    double p50Millis,
    double p99Millis,
    int failed,
    int wallets,
    double limitPerSecond,
    String limitedBy,
    double rawPerSecond,
    double signingMicros) {

  /// For programs.
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tx_per_s", Math.round(perSecond))
        .put("p50_ms", rounded(p50Millis))
        .put("p99_ms", rounded(p99Millis))
        .put("failed", failed)
        .put("wallets", wallets)
        .put("limit_per_s", Math.round(limitPerSecond))
        .put("limited_by", limitedBy)
        .put("raw_per_s", Math.round(rawPerSecond))
        .put("signing_us", Math.round(signingMicros));
  }

  /// For people.
  public String sentence() {
    return "%d/s · p50 %.1f ms · p99 %.1f ms · %d failed · %d wallets · limit %d/s (%s)"
        .formatted(
            Math.round(perSecond),
            p50Millis,
            p99Millis,
            failed,
            wallets,
            Math.round(limitPerSecond),
            limitedBy);
  }

  private static double rounded(double millis) {
    return Math.round(millis * 100) / 100.0;
  }
}
