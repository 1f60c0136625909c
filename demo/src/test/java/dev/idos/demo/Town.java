package dev.idos.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.WalletKey;
import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import dev.idos.node.genesis.DemoKeys;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.Wallet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/// A node, the companies and their sites on free ports, and a plain HTTP client.
final class Town implements AutoCloseable {

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Node node;
  private final Demo demo;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;

  private Town(Path folder, Node node, Demo demo) {
    this.folder = folder;
    this.node = node;
    this.demo = demo;
  }

  static Town open(Path folder) throws IOException {
    var data = folder.resolve("node");
    var node = Node.assemble(NodeConfig.local(0, data)).start();
    var keys = DemoKeys.read(data);
    var apps = folder.resolve("apps");
    write(apps.resolve("dashboard/dist/index.html"), "<!doctype html><title>dash</title>");
    write(apps.resolve("dashboard/dist/assets/main-1.js"), "export const a = 1;\n".repeat(200));
    write(apps.resolve("dashboard/dist/robots.txt"), "User-agent: *\n");
    write(apps.resolve("enclave/dist/index.html"), "<!doctype html><title>frame</title>");
    write(apps.resolve("enclave/dist/dialog.html"), "<!doctype html><title>dialog</title>");
    for (String face : new String[] {"acme", "bank", "card"}) {
      write(apps.resolve("demo/dist/" + face + ".html"), "<!doctype html><title>x</title>");
    }
    var config =
        new DemoConfig(
            node.url(),
            folder.resolve("demo"),
            apps,
            new IssuerKeys(keys.issuerSeed(), keys.issuerEncryptionKey()),
            DemoConfig.CARD_LOCK,
            Optional.of(Wallet.of(WalletKey.faceSign(keys.ownerSeed()))),
            freePorts());
    return new Town(folder, node, Demo.assemble(config).start());
  }

  Path folder() {
    return folder;
  }

  Addresses addresses() {
    return demo.addresses();
  }

  Connected network() {
    return Connected.to(node.url().toString());
  }

  HttpResponse<byte[]> get(int port, String path, String... headers) {
    return send(request(port, path, headers).GET());
  }

  JsonNode json(int port, String path) {
    var answer = get(port, path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + text(answer));
    }
    return parse(answer);
  }

  HttpResponse<byte[]> post(int port, String path, JsonNode body, String... headers) {
    return send(
        request(port, path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<byte[]> put(int port, String path, byte[] body) {
    return send(request(port, path).PUT(BodyPublishers.ofByteArray(body)));
  }

  /// Says that a body of so many bytes will follow, sends none of it, and reads the answer.
  String announce(int port, String path, long length) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var head =
          "PUT %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, port, length);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return firstAnswer(socket.getInputStream());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /// The first answer on a connection, which may stay open behind it.
  private static String firstAnswer(InputStream in) throws IOException {
    var headers = new StringBuilder();
    while (headers.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return headers.toString();
      }
      headers.append((char) next);
    }
    var length = CONTENT_LENGTH.matcher(headers);
    return headers
        + (length.find()
            ? new String(in.readNBytes(Integer.parseInt(length.group(1))), UTF_8)
            : "");
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  HttpRequest.Builder request(int port, String path, String... headers) {
    var builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return builder;
  }

  static JsonNode parse(HttpResponse<byte[]> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }

  @Override
  public void close() {
    http.close();
    demo.close();
    node.close();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static DemoPorts freePorts() throws IOException {
    var held = new ArrayList<ServerSocket>();
    for (int i = 0; i < 5; i++) {
      held.add(new ServerSocket(0));
    }
    var ports = held.stream().map(ServerSocket::getLocalPort).toList();
    for (ServerSocket socket : held) {
      socket.close();
    }
    return new DemoPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }
}
