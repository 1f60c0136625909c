package dev.idos.cli.bench;

import dev.idos.cli.terminal.Screen;
import dev.idos.cli.terminal.Words;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Measures signed `add_credential` transactions: only those count whose receipt of a committed
/// block came back.
public final class WriteBench {

  private static final int SAMPLES = 2_000;
  private static final byte[] COMMITTED = "\"code\":0".getBytes(StandardCharsets.US_ASCII);

  private final Settings settings;
  private final Screen screen;
  private final SecureRandom random = new SecureRandom();

  public WriteBench(Settings settings, Screen screen) {
    this.settings = settings;
    this.screen = screen;
  }

  /// Prepares, measures the limits, then the node.
  public Facts run(Connected network, IssuerKeys issuer)
      throws IOException, InterruptedException, SQLException {
    long start = System.nanoTime();
    var crowd = Crowd.gather(settings.wallets(), network, issuer, random, screen);
    screen.done(crowd.size() + " profiles with a wallet each", System.nanoTime() - start);

    var writes = new CredentialWrites(crowd, network.chainId(), settings.size(), random);
    double limit = Limits.signatureChecks(samples(writes));
    double raw = Limits.rawInserts(settings.size());

    var warm = warmUp(crowd, writes);
    int count = count(warm, limit);
    screen.progress("signing " + count + " transactions …");
    start = System.nanoTime();
    var requests = sign(writes, warm.done(), count);
    long signing = System.nanoTime() - start;
    screen.done(
        count + " transactions signed beforehand, " + Words.size(settings.size()) + " each",
        signing);

    var measured =
        load(
                warm.done(),
                count,
                crowd,
                place -> requests.get(place - warm.done()),
                settings.perSecond())
            .run(settings.patience(settings.window()), WriteBench::isCommitted, screen);
    int processors = Runtime.getRuntime().availableProcessors();
    return new Facts(
        measured.perSecond(),
        measured.p50Millis(),
        measured.p99Millis(),
        measured.failed(),
        crowd.size(),
        limit,
        "signature checks on " + processors + " cores",
        raw,
        signing / 1e3 / count * processors);
  }

  /// How far the warm-up came, and how fast its end was.
  private record Warm(int done, double perSecond) {}

  /// Sends the same kind of transactions until the time is over, signed as they go. Every wallet
  /// sends as many as the others, so that the numbers of all go on without a gap.
  private Warm warmUp(Crowd crowd, CredentialWrites writes)
      throws IOException, InterruptedException {
    int rounds = Math.max(1, SAMPLES / crowd.size());
    int step = rounds * crowd.size();
    long end = System.nanoTime() + settings.warmUp().toNanos();
    int done = 0;
    double perSecond = 0;
    while (System.nanoTime() < end) {
      long begun = System.nanoTime();
      var measured =
          load(done, step, crowd, place -> request(writes, place), 0)
              .run(settings.window().plusSeconds(60), WriteBench::isCommitted, screen);
      if (measured.failed() > 0 || measured.done() < step) {
        throw new IOException("the node refused " + (step - measured.done()) + " of the warm-up");
      }
      done += step;
      perSecond = step / ((System.nanoTime() - begun) / 1e9);
    }
    screen.line("warmed up with " + done + " transactions");
    return new Warm(done, perSecond);
  }

  /// As many as can be answered: twice what the warm-up reached while it signed, too.
  private int count(Warm warm, double limit) {
    double most = warm.done() == 0 ? limit : Math.min(limit, 2 * warm.perSecond());
    return settings.requests(settings.window(), most);
  }

  private Load load(
      int from, int count, Crowd crowd, IntFunction<byte[]> request, double perSecond) {
    var lanes =
        Load.lanes(
            IntStream.range(from, from + count), crowd.size(), settings.connections(), request);
    return new Load(settings.node(), lanes, perSecond);
  }

  private static List<Limits.Sample> samples(CredentialWrites writes) {
    return IntStream.range(0, SAMPLES).parallel().mapToObj(writes::sample).toList();
  }

  private List<byte[]> sign(CredentialWrites writes, int from, int count) {
    return IntStream.range(from, from + count)
        .parallel()
        .mapToObj(place -> request(writes, place))
        .toList();
  }

  private byte[] request(CredentialWrites writes, int place) {
    return LeanHttp.prepare(
        settings.node(), CredentialWrites.body(writes.sign(place)), Optional.empty());
  }

  /// Nothing but the result of an applied transaction holds these bytes: an error has no `code`
  /// 0.
  private static boolean isCommitted(byte[] answer) {
    return Search.contains(answer, COMMITTED);
  }
}
