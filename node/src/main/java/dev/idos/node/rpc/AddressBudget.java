package dev.idos.node.rpc;

import dev.idos.node.NodeMetrics;
import dev.idos.node.limit.RateLimits;
import dev.idos.node.session.SignatureBudget;
import java.net.InetAddress;

/// The rates of `wire.md` §6 as methods use them: pay, or be told when to come back.
public final class AddressBudget {

  private final RateLimits limits;
  private final NodeMetrics metrics;

  public AddressBudget(RateLimits limits, NodeMetrics metrics) {
    this.limits = limits;
    this.metrics = metrics;
  }

  /// Pays for one request that anybody may make.
  public void charge(InetAddress address) throws RpcFailure {
    require(limits.charge(address));
  }

  /// Requires that an address has not used everything up, with wrong signatures for instance.
  public void requireSome(InetAddress address) throws RpcFailure {
    require(limits.wait(address));
  }

  /// Charges a signature that was wrong.
  public void badSignature(InetAddress address) {
    limits.charge(address);
    metrics.badSignature();
  }

  /// Pays for one look-up of a profile by an inserter.
  public void chargeProbe(String caller) throws RpcFailure {
    require(limits.chargeProbe(caller));
    metrics.probed();
  }

  /// What the logins and log-outs of a request may cost.
  public SignatureBudget signatures(InetAddress address) {
    return new SignatureBudget() {
      @Override
      public boolean allows() {
        return limits.wait(address) == 0;
      }

      @Override
      public void failed() {
        badSignature(address);
      }

      @Override
      public void loggedOut() {
        limits.charge(address);
      }
    };
  }

  private void require(long waitMillis) throws RpcFailure {
    if (waitMillis > 0) {
      metrics.throttled();
      throw RpcFailure.tooMany(waitMillis);
    }
  }
}
