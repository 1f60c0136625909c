package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.action.EconomyAction.ActionCostingGas;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.protocol.rpc.RpcMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand random and mutated requests: every one is answered, none changes anything, and the
/// node serves on.
class FuzzTest {

  private static final int REQUESTS = 10_000;
  private static final int RAW = 200;
  private static final String[] SPICES = {
    "null",
    "0",
    "-1",
    "1e999",
    "9223372036854775808",
    "\"\"",
    "{}",
    "[]",
    "true",
    "\\u0000",
    "\\ud800",
    "}",
    "\"",
    "[[[[[[[[",
    "\u00ff",
    "0x",
    "=",
    "AAAA"
  };

  @Test
  void ten_thousand_hostile_requests_leave_the_node_serving(@TempDir Path folder)
      throws IOException {
    long seed = Long.getLong("idos.fuzz.seed", System.nanoTime());
    var chance = new Random(seed);
    try (var node = TestNode.start(folder.resolve("data"))) {
      var alice = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(0xa1)));
      alice.logIn();
      List<String> seeds = seeds(alice);
      String root = root(node);
      for (int i = 0; i < REQUESTS; i++) {
        String body = mutated(seeds.get(chance.nextInt(seeds.size())), chance);
        Response response = node.post(body);
        assertThat(response.status())
            .as("seed %d, request %d, %s", seed, i, response.http().body())
            .isIn(200, 400, 401, 404);
        assertThat(response.json().has("result") ^ response.json().has("error"))
            .as("seed %d, request %d", seed, i)
            .isTrue();
      }
      int refused = 0;
      for (int i = 0; i < RAW; i++) {
        OptionalInt status = raw(node, chance);
        assertThat(status.orElse(400)).as("seed %d, raw %d", seed, i).isBetween(400, 500);
        refused += status.isPresent() ? 1 : 0;
      }
      assertThat(refused).as("seed %d: answers to what is no HTTP", seed).isPositive();
      assertThat(node.call("user.ping", "{}").status()).as("seed %d", seed).isEqualTo(200);
      assertThat(root(node)).as("seed %d", seed).isEqualTo(root);
      assertThat(alice.view(new GetUser()).status()).as("seed %d", seed).isEqualTo(200);
    }
  }

  private static List<String> seeds(Person alice) {
    var seeds = new ArrayList<String>();
    for (RpcMethod method : RpcMethod.values()) {
      seeds.add(envelope(method.wireName(), "{\"message\":\"a\",\"id\":{\"identifier\":\"0a\"}}"));
    }
    var call =
        new CallRequest(
            Person.CATALOGUE.encode(new GetUser()),
            Bytes.EMPTY,
            "ed25519",
            alice.key().sender(),
            Bytes.EMPTY);
    var wrong = alice.signed("execute", Person.CATALOGUE.encode(new ActionCostingGas()), 77);
    for (int i = 0; i < 6; i++) {
      seeds.add(envelope("user.call", call.toJson().toString()));
      seeds.add(envelope("user.broadcast", "{\"tx\":" + Person.json(wrong) + ",\"sync\":1}"));
    }
    return seeds;
  }

  private static String envelope(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  private static String mutated(String request, Random chance) {
    var text = new StringBuilder(request);
    for (int i = chance.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      int place = chance.nextInt(text.length());
      switch (chance.nextInt(5)) {
        case 0 -> text.setCharAt(place, (char) chance.nextInt(256));
        case 1 -> text.deleteCharAt(place);
        case 2 -> text.insert(place, SPICES[chance.nextInt(SPICES.length)]);
        case 3 -> text.setLength(place);
        default -> {
          int end = Math.min(text.length(), place + chance.nextInt(60));
          text.insert(place, text.substring(place, end));
        }
      }
    }
    return text.toString();
  }

  /// Sends bytes that need not be HTTP at all, and then no more.
  ///
  /// @return the status of the answer, or nothing when the node just closed the connection
  private static OptionalInt raw(TestNode node, Random chance) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.node().url().getPort())) {
      socket.setSoTimeout(30_000); // a node that keeps silent fails the test
      var noise = new byte[chance.nextInt(400)];
      chance.nextBytes(noise);
      String start = chance.nextBoolean() ? "POST /rpc/v1 HTTP/1.1\r\nContent-Length: 9\r\n" : "";
      String end = chance.nextBoolean() ? "\r\n\r\n" : "";
      return answered(socket, start + new String(noise, StandardCharsets.ISO_8859_1) + end);
    }
  }

  private static OptionalInt answered(Socket socket, String request) throws IOException {
    String answer;
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException closed) { // a close with bytes of ours unread arrives as a reset
      return OptionalInt.empty();
    }
    if (answer.isEmpty()) {
      return OptionalInt.empty();
    }
    assertThat(answer).startsWith("HTTP/1.1 ").containsIgnoringCase("X-Content-Type-Options");
    int status = Integer.parseInt(answer.substring(9, 12));
    if (status == 500) { // the server's own word for some bytes that it cannot read
      assertThat(answer)
          .containsIgnoringCase("Connection: close")
          .endsWith("\r\n\r\nInternal Server Error");
    }
    return OptionalInt.of(status);
  }

  private static String root(TestNode node) {
    return node.call("idos.status", "{}").result().path("root").asText();
  }
}
