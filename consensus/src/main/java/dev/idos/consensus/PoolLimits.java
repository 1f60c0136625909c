package dev.idos.consensus;

import dev.idos.protocol.Require;

/// How much may wait undecided (`ledger.md` §5, §6), and how much one block takes of it.
///
/// @param perAccount transactions of one account
/// @param bytesPerAccount bytes of one account
/// @param transactions transactions of all accounts
/// @param bytes bytes of all accounts
/// @param blockTransactions transactions of one block
/// @param blockBytes bytes of one block, and so the largest transaction
public record PoolLimits(
    int perAccount,
    long bytesPerAccount,
    int transactions,
    long bytes,
    int blockTransactions,
    long blockBytes) {

  private static final long MIB = 1 << 20;

  /// The limits of a solo node.
  public static final PoolLimits SOLO =
      new PoolLimits(64, 64 * MIB, 20_000, 128 * MIB, 1_000, 64 * MIB);

  public PoolLimits {
    Require.that(
        perAccount > 0 && transactions > 0 && blockTransactions > 0, "limits are positive");
    Require.that(
        blockBytes <= bytesPerAccount && bytesPerAccount <= bytes,
        "whatever fits into a block fits into an account's share, and that into the pool");
  }
}
