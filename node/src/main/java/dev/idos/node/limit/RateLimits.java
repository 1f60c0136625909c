package dev.idos.node.limit;

import dev.idos.crypto.Bytes;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.function.LongSupplier;

/// The rates of `wire.md` §6: what an address may cost us without being known, and how often an
/// identity may probe profiles as an inserter. Answers are milliseconds to wait, 0 for none.
public final class RateLimits {

  private static final int MOST_KEYS = 100_000;

  private final TokenBuckets<Bytes> addresses;
  private final TokenBuckets<String> probes;

  public RateLimits(Rate perAddress, Rate inserterProbes, LongSupplier nanoTime) {
    this.addresses = new TokenBuckets<>(perAddress, MOST_KEYS, nanoTime);
    this.probes = new TokenBuckets<>(inserterProbes, MOST_KEYS, nanoTime);
  }

  /// One thing an address does that costs it a token.
  public long charge(InetAddress address) {
    return addresses.take(network(address));
  }

  /// Whether an address has anything left to spend.
  public long wait(InetAddress address) {
    return addresses.peek(network(address));
  }

  /// One look-up of a profile by an inserter.
  public long chargeProbe(String caller) {
    return probes.take(caller);
  }

  /// An IPv6 host owns a whole /64, so that is what counts as its address.
  private static Bytes network(InetAddress address) {
    var bytes = Bytes.ofUnshared(address.getAddress());
    return address instanceof Inet6Address ? bytes.slice(0, 8) : bytes;
  }
}
