package dev.idos.ledger.writegrants;

import dev.idos.protocol.Refusal;
import java.util.Optional;

/// When a write grant may be used. Answers with the first reason to refuse, or nothing.
public final class WriteGrantRules {

  /// How much earlier than its first second a paper is taken: clocks of clients differ.
  public static final long EARLY_SECONDS = 65;

  /// The longest a paper may be usable.
  public static final long LONGEST_WINDOW_SECONDS = 30L * 24 * 60 * 60;

  private WriteGrantRules() {}

  /// Judges a paper with these times, which have been read already.
  public static Optional<Refusal> window(long notBefore, long notAfter, long timeSeconds) {
    if (notBefore >= notAfter) {
      return Optional.of(Refusal.DWG_TIMES_REVERSED);
    }
    if (notAfter - notBefore > LONGEST_WINDOW_SECONDS) {
      return Optional.of(Refusal.DWG_WINDOW_TOO_LONG);
    }
    boolean usable = notBefore <= timeSeconds + EARLY_SECONDS && timeSeconds <= notAfter;
    return usable ? Optional.empty() : Optional.of(Refusal.DWG_OUTSIDE_WINDOW);
  }
}
