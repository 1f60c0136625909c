package dev.idos.consensus;

/// The last committed block: its height (0 before the first) and its time in milliseconds since
/// 1970.
public record Tip(long height, long timeMillis) {}
