package dev.idos.ledger.genesis;

import dev.idos.protocol.Require;
import java.util.List;

/// The chain parameters of `ledger.md` §5 and the budgets of `wire.md` §6.
///
/// @param userBytes live bytes a profile may hold
/// @param userRows rows a profile may hold
/// @param blockBytes payload bytes a block may carry
/// @param pendingBytesPerSender undecided payload bytes one identity may have at a node
/// @param pendingBytesPerNode undecided payload bytes a node takes on
/// @param addressPerSecond open requests an address is given a second
/// @param addressBurst open requests an address may save up
/// @param probesPerSecond inserter probes an identity is given a second
public record Limits(
    long userBytes,
    long userRows,
    long blockBytes,
    long pendingBytesPerSender,
    long pendingBytesPerNode,
    long addressPerSecond,
    long addressBurst,
    long probesPerSecond) {

  private static final long MIB = 1024 * 1024;
  private static final long FASTEST = 1_000_000_000;

  /// What a genesis without limits means.
  public static final Limits DEFAULT =
      new Limits(256 * MIB, 10_000, 64 * MIB, 64 * MIB, 256 * MIB, 50, 500, 20);

  public Limits {
    Require.that(
        List.of(
                userBytes,
                userRows,
                blockBytes,
                pendingBytesPerSender,
                pendingBytesPerNode,
                addressPerSecond,
                addressBurst,
                probesPerSecond)
            .stream()
            .allMatch(limit -> limit > 0),
        "a limit is a positive number");
    Require.that(
        blockBytes <= pendingBytesPerSender,
        "what a block carries, one sender may have waiting: blockBytes <= pendingBytesPerSender");
    Require.that(
        Math.max(addressPerSecond, Math.max(addressBurst, probesPerSecond)) <= FASTEST,
        "a rate is at most " + FASTEST);
  }

  /// All of them in declared order, as they enter the genesis hash.
  List<Long> values() {
    return List.of(
        userBytes,
        userRows,
        blockBytes,
        pendingBytesPerSender,
        pendingBytesPerNode,
        addressPerSecond,
        addressBurst,
        probesPerSecond);
  }
}
