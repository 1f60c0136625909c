package dev.idos.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.cli.terminal.Screen;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.query.CredentialQuery.GetCredentialOwned;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.SignedIn;
import dev.idos.sdk.Wallet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures authenticated `get_credential_owned` calls: each wallet reads its own credential with
/// its own login.
public final class ReadBench {

  /// More could not sign in within a minute: a node hands out 50 logins a second to one address.
  private static final int MOST_WALLETS = 200;

  private static final double MOST_PER_SECOND = 60_000;
  private static final byte[] ROWS = "\"values\":[[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PONG = "\"pong\"".getBytes(StandardCharsets.US_ASCII);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Settings settings;
  private final Screen screen;
  private final SecureRandom random = new SecureRandom();
  private final ActionCatalogue catalogue = new ActionCatalogue();

  public ReadBench(Settings settings, Screen screen) {
    this.settings = settings;
    this.screen = screen;
  }

  /// Prepares, measures what the transport alone allows, then the calls.
  public Facts run(Connected network, IssuerKeys issuer) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int readers = Math.min(settings.wallets(), MOST_WALLETS);
    var crowd = Crowd.gather(readers, network, issuer, random, screen);
    var writes = new CredentialWrites(crowd, network.chainId(), settings.size(), random);
    var requests = new ArrayList<byte[]>();
    for (int reader = 0; reader < readers; reader++) {
      requests.add(prepared(network.signIn(crowd.at(reader)), writes, reader));
    }
    screen.done(readers + " wallets signed in, with a credential each", System.nanoTime() - start);

    var pings = List.of(LeanHttp.prepare(settings.node(), ping(), Optional.empty()));
    double limit = measure(pings, 0, settings.warmUp(), PONG).perSecond();
    measure(requests, settings.perSecond(), settings.warmUp(), ROWS);
    var measured = measure(requests, settings.perSecond(), settings.window(), ROWS);
    return new Facts(
        measured.perSecond(),
        measured.p50Millis(),
        measured.p99Millis(),
        measured.failed(),
        readers,
        limit,
        "user.ping over the same connections",
        limit,
        0);
  }

  private Measured measure(List<byte[]> requests, double perSecond, Duration time, byte[] success)
      throws IOException, InterruptedException {
    int count = settings.requests(time, MOST_PER_SECOND);
    var lanes =
        Load.lanes(
            IntStream.range(0, count),
            settings.connections(),
            settings.connections(),
            place -> requests.get(place % requests.size()));
    return new Load(settings.node(), lanes, perSecond)
        .run(settings.patience(time), answer -> Search.contains(answer, success), screen);
  }

  private byte[] prepared(SignedIn session, CredentialWrites writes, int reader)
      throws JsonProcessingException {
    var action = writes.action(reader);
    session.execute(action);
    Wallet wallet = session.wallet();
    var call =
        new CallRequest(
            catalogue.encode(new GetCredentialOwned(action.id())),
            Bytes.EMPTY,
            wallet.scheme().wireName(),
            wallet.sender(),
            Bytes.EMPTY);
    return LeanHttp.prepare(
        settings.node(), body("user.call", call.toJson()), Optional.of(session.exposeBearer()));
  }

  private static byte[] ping() throws JsonProcessingException {
    return body("user.ping", JSON.createObjectNode().put("message", "ping"));
  }

  private static byte[] body(String method, JsonNode params) throws JsonProcessingException {
    var envelope = JSON.createObjectNode();
    envelope.put("jsonrpc", "2.0").put("id", 1).put("method", method);
    envelope.set("params", params);
    return JSON.writeValueAsBytes(envelope);
  }
}
