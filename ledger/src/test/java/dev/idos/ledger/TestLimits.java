package dev.idos.ledger;

import dev.idos.ledger.genesis.Limits;

/// Limits of a profile that a test can reach; the others are as usual.
public final class TestLimits {

  private static final Limits USUAL = Limits.DEFAULT;

  private TestLimits() {}

  /// Few bytes a profile.
  public static Limits withBytes(long bytes) {
    return withBytesAndRows(bytes, USUAL.userRows());
  }

  /// Few rows a profile.
  public static Limits withRows(long rows) {
    return withBytesAndRows(USUAL.userBytes(), rows);
  }

  /// Few of both.
  public static Limits withBytesAndRows(long bytes, long rows) {
    return new Limits(
        bytes,
        rows,
        USUAL.blockBytes(),
        USUAL.pendingBytesPerSender(),
        USUAL.pendingBytesPerNode(),
        USUAL.addressPerSecond(),
        USUAL.addressBurst(),
        USUAL.probesPerSecond());
  }
}
