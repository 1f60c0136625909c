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
import java.util.stream.IntStream;

/// Measures signed `add_credential` transactions: only those count whose receipt of a committed
/// block came back.
public final class WriteBench {

  private static final int SAMPLES = 200;
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

    // nobody is faster than the checks of both sides, so this many will do without a rate
    int warm = settings.requests(settings.warmUp(), limit);
    int count = warm + settings.requests(settings.window(), limit);
    screen.progress("signing " + count + " transactions …");
    start = System.nanoTime();
    var requests = sign(writes, count);
    long signing = System.nanoTime() - start;
    screen.done(
        count + " transactions signed beforehand, " + Words.size(settings.size()) + " each",
        signing);

    int begun = warmUp(warm, crowd, requests);
    var measured =
        load(begun, count, crowd, requests, settings.perSecond())
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

  /// Every wallet sends as many as the others, so that the numbers of all go on without a gap.
  private int warmUp(int requests, Crowd crowd, List<byte[]> prepared)
      throws IOException, InterruptedException {
    int rounds = Math.max(1, requests / crowd.size());
    int count = Math.min(rounds * crowd.size(), prepared.size() / 2);
    if (requests == 0) {
      return 0;
    }
    load(0, count, crowd, prepared, settings.perSecond())
        .run(settings.window().plusSeconds(60), WriteBench::isCommitted, screen);
    return count;
  }

  private Load load(int from, int to, Crowd crowd, List<byte[]> requests, double perSecond) {
    var lanes =
        Load.lanes(IntStream.range(from, to), crowd.size(), settings.connections(), requests::get);
    return new Load(settings.node(), lanes, perSecond);
  }

  private static List<Limits.Sample> samples(CredentialWrites writes) {
    return IntStream.range(0, SAMPLES).mapToObj(writes::sample).toList();
  }

  private List<byte[]> sign(CredentialWrites writes, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            place ->
                LeanHttp.prepare(
                    settings.node(), CredentialWrites.body(writes.sign(place)), Optional.empty()))
        .toList();
  }

  /// Nothing but the result of an applied transaction holds these bytes: an error has no `code`
  /// 0.
  private static boolean isCommitted(byte[] answer) {
    return Search.contains(answer, COMMITTED);
  }
}
