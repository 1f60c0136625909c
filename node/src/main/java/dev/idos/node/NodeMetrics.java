package dev.idos.node;

import dev.idos.consensus.Block;
import dev.idos.consensus.Outcome;
import dev.idos.consensus.RoundWatch;
import dev.idos.consensus.Unavailable;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.rpc.RpcMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Every figure this program shows about itself at `/metrics`: `idos_<room>_<thing>_<unit>`.
public final class NodeMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<RpcMethod, Timer> results = new EnumMap<>(RpcMethod.class);
  private final Map<RpcMethod, Timer> errors = new EnumMap<>(RpcMethod.class);
  private final Counter malformed =
      counter("idos.rpc.malformed", "bodies that are no request to a known method");
  private final Counter throttled = counter("idos.rpc.throttled", "requests that came too fast");
  private final Counter logins = counter("idos.session.logins", "sessions opened");
  private final Counter logouts = counter("idos.session.logouts", "requests to end sessions");
  private final Counter badSignatures =
      counter("idos.rpc.bad.signatures", "transactions and logins nobody signed");
  private final Counter probes =
      counter("idos.rpc.inserter.probes", "profiles looked up by inserters");

  private final Counter transactions =
      counter("idos.consensus.transactions", "transactions decided by a block");
  private final Counter turnedAway =
      counter("idos.consensus.turned.away", "transactions refused before ordering");
  private final Counter unstored =
      counter("idos.consensus.unstored.blocks", "blocks that could not be stored");
  private final Timer execution = timer("idos.ledger.execution", "time to execute a block");
  private final Timer commit = timer("idos.storage.commit", "time to make a block durable");
  private final AtomicInteger waitingTransactions = new AtomicInteger();
  private final AtomicLong waitingBytes = new AtomicLong();

  public NodeMetrics() {
    Gauge.builder("idos.consensus.waiting.transactions", waitingTransactions, Number::doubleValue)
        .description("transactions that wait for a block")
        .register(registry);
    Gauge.builder("idos.consensus.waiting.bytes", waitingBytes, Number::doubleValue)
        .description("bytes that wait for a block")
        .register(registry);
    for (RpcMethod method : RpcMethod.values()) {
      results.put(method, timer(method, "result"));
      errors.put(method, timer(method, "error"));
    }
  }

  /// A request to a method was answered.
  public void answered(RpcMethod method, boolean isResult, long nanos) {
    Timer timer = (isResult ? results : errors).get(method);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /// A body was no request.
  public void malformed() {
    malformed.increment();
  }

  /// A request was sent away for a while.
  public void throttled() {
    throttled.increment();
  }

  /// A session was opened.
  public void loggedIn() {
    logins.increment();
  }

  /// Sessions were ended.
  public void loggedOut() {
    logouts.increment();
  }

  /// A signature was wrong.
  public void badSignature() {
    badSignatures.increment();
  }

  /// An inserter asked about a profile (W31).
  public void probed() {
    probes.increment();
  }

  /// What the sequencer has to tell.
  public RoundWatch rounds() {
    return new RoundWatch() {
      @Override
      public void committed(Block block, Outcome outcome, long executeNanos, long commitNanos) {
        transactions.increment(outcome.receipts().size());
        execution.record(executeNanos, TimeUnit.NANOSECONDS);
        commit.record(commitNanos, TimeUnit.NANOSECONDS);
      }

      @Override
      public void refused(Refusal reason) {
        turnedAway.increment();
      }

      @Override
      public void unavailable(Unavailable cause) {
        unstored.increment();
        OperatorLog.blockNotStored(cause);
      }

      @Override
      public void waiting(int transactionCount, long bytes) {
        waitingTransactions.set(transactionCount);
        waitingBytes.set(bytes);
      }
    };
  }

  /// Shows the height of the chain.
  public void watchHeight(Supplier<Number> height) {
    Gauge.builder("idos.chain.height.blocks", height)
        .description("height of the last committed block")
        .register(registry);
  }

  /// The registry, for the figures of other rooms.
  public MeterRegistry registry() {
    return registry;
  }

  /// Everything in the text format of Prometheus.
  public String scrape() {
    return registry.scrape();
  }

  private Counter counter(String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }

  private Timer timer(String name, String help) {
    return Timer.builder(name).description(help).register(registry);
  }

  private Timer timer(RpcMethod method, String outcome) {
    return Timer.builder("idos.rpc.request")
        .description("time to answer a request, by method")
        .tag("method", method.wireName())
        .tag("outcome", outcome)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(1))
        .register(registry);
  }
}
