package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.WalletKey;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.payload.ActionExecution;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.value.EncodedValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Sizes and large bodies (`wire.md` §2), most of it over a bare socket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeBodyTest {

  private static final int MIB = 1 << 20;
  private static final String HEAD = "POST /rpc/v1 HTTP/1.1\r\nHost: localhost\r\n";

  private TestNode node;
  private Person alice;

  @BeforeAll
  void start(@TempDir Path folder) {
    node = TestNode.start(folder.resolve("data"));
    alice = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(0xa1)));
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void more_than_72_mib_is_refused_before_it_is_sent() throws IOException {
    assertThat(statusOf(HEAD + "Content-Length: " + (72L * MIB + 1) + "\r\n\r\n")).isEqualTo(400);
    assertThat(statusOf(HEAD + "Content-Length: 99999999999999\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void a_length_that_is_not_said_or_no_number_is_refused() throws IOException {
    assertThat(statusOf(HEAD + "\r\n")).isEqualTo(411);
    assertThat(statusOf(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"))
        .isEqualTo(411);
    assertThat(statusOf(HEAD + "Content-Length: many\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void past_1_mib_the_method_stands_before_the_params() {
    String filler = "x".repeat(MIB);
    Response late =
        node.post(
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"params\":{\"tx\":\"%s\"},\"method\":\"user.broadcast\"}"
                .formatted(filler));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.errorCode()).isEqualTo(-32600);
    assertThat(late.json().path("id").asInt()).isEqualTo(9);
    Response other =
        node.post(
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"user.ping\",\"params\":{\"message\":\"%s\"}}"
                .formatted(filler));
    assertThat(other.status()).isEqualTo(400);
  }

  @Test
  void a_long_text_elsewhere_is_refused() {
    Response response =
        node.post(
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"user.broadcast\",\"params\":{\"tx\":"
                + "{\"body\":{\"desc\":\""
                + "d".repeat(2 * MIB)
                + "\"}}}}");
    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void an_estimate_reads_past_a_large_transaction() {
    Response response =
        node.post(
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"user.estimate_price\",\"params\":{\"tx\":"
                + "{\"body\":{\"payload\":\""
                + "QUJD".repeat(3 * MIB)
                + "\"}}}}");
    assertThat(response.result().path("price").asText()).isEqualTo("0");
  }

  @Test
  void a_large_payload_is_decoded_and_reaches_the_rules() {
    EncodedValue content = EncodedValue.text("A".repeat(25 * MIB));
    var payload =
        new ActionExecution(
                ActionCatalogue.NAMESPACE,
                "add_attribute",
                List.of(
                    List.of(EncodedValue.uuid(UUID.randomUUID()), EncodedValue.text("a"), content)))
            .encode();
    Transaction transaction = alice.signed(ActionExecution.TYPE, payload, 1);
    Response response = alice.broadcast(transaction, 1);
    assertThat(response.result().path("result").path("log").asText())
        .isEqualTo("ERROR: argument 3 ($value): the text is longer than 65536 bytes");
  }

  @Test
  void a_body_that_breaks_off_leaves_the_node_serving() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.node().url().getPort())) {
      socket.getOutputStream().write(bytes(HEAD + "Content-Length: 5000000\r\n\r\n{\"jsonrpc"));
    }
    assertThat(node.call("user.ping", "{}").status()).isEqualTo(200);
  }

  @Test
  void two_large_bodies_are_read_at_once_and_a_third_is_sent_away_unread() throws Exception {
    try (var first = opened();
        var second = opened();
        var third = opened()) {
      assertThat(third.isConnected()).isTrue();
      String answer = answerOf(List.of(first, second, third));
      assertThat(answer).contains("\"code\":-201").contains("\"code\":11");
    }
  }

  @Test
  void a_client_that_says_so_gets_its_connection_closed() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.node().url().getPort())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(bytes("GET /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(all).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void bytes_that_are_no_request_get_a_status_and_the_headers() throws IOException {
    String answer =
        exchange("GET /%zz HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example.org\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .doesNotContain("zz");
  }

  /// A connection whose large body has begun and does not end.
  private Socket opened() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), node.node().url().getPort());
    socket.getOutputStream().write(bytes(HEAD + "Content-Length: 2000000\r\n\r\n{\"jsonrpc\""));
    socket.setSoTimeout(30_000);
    return socket;
  }

  /// The first answer that any of the connections gets.
  private static String answerOf(List<Socket> sockets) throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      return readers.invokeAny(
          sockets.stream().<Callable<String>>map(socket -> () -> read(socket)).toList());
    }
  }

  private int statusOf(String request) throws IOException {
    return Integer.parseInt(exchange(request).split(" ", 3)[1]);
  }

  private String exchange(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.node().url().getPort())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(bytes(request));
      out.flush();
      return read(socket);
    }
  }

  /// One answer: the headers, and as much body as they announce.
  private static String read(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var answer = new StringBuilder();
    int left = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      answer.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        left = Integer.parseInt(line.substring(15).strip());
      }
    }
    for (; left > 0; left--) {
      answer.append((char) in.read());
    }
    return answer.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
