package dev.idos.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.WalletKey;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import dev.idos.node.genesis.GenesisFile;
import dev.idos.node.storage.KillPoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A real node on a free port of this machine, and a plain HTTP client to talk to it.
final class TestNode implements AutoCloseable {

  static final String CHAIN = "idos-test";
  static final String PUBLIC_URL = "https://node.example.org";
  static final WalletKey OWNER = WalletKey.evm(InsecureTestKeys.repeated(0x51));
  static final WalletKey INSERTER = WalletKey.faceSign(InsecureTestKeys.repeated(0x52));

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Limits GENEROUS =
      new Limits(
          Limits.DEFAULT.userBytes(),
          Limits.DEFAULT.userRows(),
          Limits.DEFAULT.blockBytes(),
          Limits.DEFAULT.pendingBytesPerSender(),
          Limits.DEFAULT.pendingBytesPerNode(),
          100_000,
          1_000_000,
          100_000);

  final TestClock clock;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Optional<Node> node;

  private TestNode(URI base, Optional<Node> node, TestClock clock) {
    this.base = base;
    this.node = node;
    this.clock = clock;
  }

  private static TestNode start(Path data, Limits limits) {
    var clock = new TestClock();
    var config =
        new NodeConfig(
            0, data, List.of(URI.create(PUBLIC_URL)), Optional.of(genesisFile(data, limits)));
    var running = Node.assemble(config, clock, KillPoints.NONE).start();
    var url = URI.create("http://127.0.0.1:" + running.url().getPort());
    return new TestNode(url, Optional.of(running), clock);
  }

  /// Writes the genesis of the test network beside a data folder.
  static Path genesisFile(Path data, Limits limits) {
    var genesis =
        new Genesis(
            CHAIN,
            OWNER.address(),
            1_790_000_000,
            List.of(new GenesisInserter("acme", List.of(INSERTER.caller()))),
            Operator.LOCAL,
            limits);
    try {
      Path file = Files.createDirectories(data).resolveSibling(data.getFileName() + ".genesis");
      return Files.writeString(file, GenesisFile.write(genesis));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /// A node that runs in another process.
  static TestNode elsewhere(URI base) {
    return new TestNode(base, Optional.empty(), new TestClock());
  }

  static TestNode start(Path data) {
    return start(data, GENEROUS);
  }

  static TestNode withDefaultLimits(Path data) {
    return start(data, Limits.DEFAULT);
  }

  Node node() {
    return node.orElseThrow();
  }

  URI url(String path) {
    return base.resolve(path);
  }

  /// Calls a method with parameters, JSON where strings are single-quoted for reading.
  Response call(String method, String params, String... headers) {
    return post(
        "{'jsonrpc':'2.0','id':1,'method':'%s','params':%s}"
            .formatted(method, params)
            .replace('\'', '"'),
        headers);
  }

  Response call(String method, JsonNode params, String... headers) {
    ObjectNode envelope = MAPPER.createObjectNode();
    envelope.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", params);
    return post(envelope.toString(), headers);
  }

  Response post(String body, String... headers) {
    return send(
        builder("/rpc/v1", headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  Response get(String path, String... headers) {
    return send(builder(path, headers).GET().build());
  }

  Response request(String method, String path, String... headers) {
    return send(builder(path, headers).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  Response send(HttpRequest request) {
    try {
      return new Response(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  HttpRequest.Builder builder(String path, String... headers) {
    var builder = HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return builder;
  }

  @Override
  public void close() {
    node.ifPresent(Node::close);
    http.close();
  }
}
