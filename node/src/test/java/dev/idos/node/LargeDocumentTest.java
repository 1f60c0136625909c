package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.WalletKey;
import dev.idos.ledger.genesis.Limits;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.query.CredentialQuery.GetCredentialOwned;
import dev.idos.protocol.query.CredentialQuery.GetCredentials;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.protocol.rpc.TransactionJson;
import dev.idos.protocol.transaction.Transaction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A document of 10 MiB and a selfie of 2 MiB, encrypted twice, in one delegated write: through a
/// node with 512 MiB of heap.
class LargeDocumentTest {

  /// 12 MiB in Ascii85, as it is inside a credential.
  private static final int CREDENTIAL_BYTES = 12 * (1 << 20) / 4 * 5;

  private static final String KEY = "b".repeat(43) + "=";

  /// Each would hold a content of 20 MiB for as long as it likes.
  private static final int IDLE_READERS = 40;

  @TempDir private Path folder = Path.of("");

  @Test
  void two_contents_of_20_mib_fit_through_half_a_gibibyte() throws IOException {
    try (var process = start();
        var node = TestNode.elsewhere(process.url())) {
      var owner = owner(node);
      CredentialId original = writtenFor(owner, node);
      owner.logIn();
      var answer = owner.view(new GetCredentialOwned(original));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.http().body().length()).isGreaterThan(CREDENTIAL_BYTES / 3 * 4);
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void clients_that_never_take_their_answers_do_not_fill_the_memory() throws IOException {
    var idle = new ArrayList<Socket>();
    try (var process = start();
        var node = TestNode.elsewhere(process.url())) {
      var owner = owner(node);
      CredentialId original = writtenFor(owner, node);
      owner.logIn();
      for (int i = 0; i < IDLE_READERS; i++) {
        idle.add(asked(process.url(), owner, new GetCredentialOwned(original)));
      }
      var refused = owner.view(new GetCredentialOwned(original));
      assertThat(refused.errorCode()).isEqualTo(-905);
      assertThat(refused.errorData().path("retry_after_ms").asLong()).isPositive();
      assertThat(owner.view(new GetCredentials()).json().has("result")).isTrue();
      assertThat(process.isAlive()).isTrue();
    } finally {
      for (Socket reader : idle) {
        reader.close();
      }
    }
  }

  private NodeProcess start() throws IOException {
    Path data = folder.resolve("data");
    return NodeProcess.start(data, TestNode.genesisFile(data, Limits.DEFAULT), "512m");
  }

  private static Person owner(TestNode node) {
    return new Person(node, WalletKey.evm(InsecureTestKeys.repeated(0xa1)));
  }

  /// A connection on which somebody asked and reads nothing.
  private static Socket asked(URI node, Person person, Query query) throws IOException {
    var request =
        new CallRequest(
            Person.CATALOGUE.encode(query),
            Bytes.EMPTY,
            person.key().scheme().wireName(),
            person.key().sender(),
            Bytes.EMPTY);
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"user.call\",\"params\":%s}"
            .formatted(request.toJson());
    String head =
        "POST /rpc/v1 HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(person.session(), body.length());
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(node.getHost(), node.getPort()));
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /// Gives the owner a profile and a credential of 20 MiB in it.
  private CredentialId writtenFor(Person owner, TestNode node) throws IOException {
    var inserter = new Person(node, TestNode.INSERTER);
    var user = new UserId(UUID.randomUUID());
    assertApplied(inserter.execute(new AddUserAsInserter(user, KEY, "user")));
    assertApplied(
        inserter.execute(
            new UpsertWalletAsInserter(
                new WalletId(UUID.randomUUID()),
                user,
                owner.key().address(),
                null,
                "EVM",
                "m",
                owner.key().proof("m"))));
    var original = new CredentialId(UUID.randomUUID());
    Transaction transaction = write(inserter, owner.key(), original);
    assertApplied(send(node, transaction, folder.resolve("request.json")));
    return original;
  }

  private static Transaction write(Person inserter, WalletKey owner, CredentialId original) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String before = now.minus(Duration.ofHours(1)).toString();
    String after = now.plus(Duration.ofHours(1)).toString();
    var id = new WriteGrantId(UUID.randomUUID());
    String issuer = inserter.key().caller();
    String paper =
        GrantPapers.writeGrant(
            owner.address(), issuer, issuer, id, before, before, after, TestNode.CHAIN);
    Bytes content = content(1);
    Bytes copy = content(2);
    var seed = InsecureTestKeys.repeated(0x52);
    var signed = CredentialSignatures.sign(seed, "{\"id\":\"big\"}", content);
    var signedCopy = CredentialSignatures.sign(seed, "", copy);
    var action =
        new CreateCredentialsByDwg(
            signed.issuerKeyHex(),
            KEY,
            original,
            content.base64(),
            "{\"id\":\"big\"}",
            signed.notesSignatureBase64(),
            signed.broaderSignatureBase64(),
            KEY,
            new CredentialId(UUID.randomUUID()),
            copy.base64(),
            signedCopy.notesSignatureBase64(),
            signedCopy.broaderSignatureBase64(),
            "ab".repeat(32),
            owner.address(),
            issuer,
            issuer,
            id,
            before,
            before,
            after,
            owner.proof(paper));
    return inserter.signed("execute", Person.CATALOGUE.encode(action), inserter.nonce() + 1);
  }

  private static Bytes content(int seed) {
    var bytes = new byte[CREDENTIAL_BYTES];
    new Random(seed).nextBytes(bytes);
    return Bytes.ofUnshared(bytes);
  }

  /// Streams the request from a file: this process needs its memory for other things.
  private static Response send(TestNode node, Transaction transaction, Path file)
      throws IOException {
    try (var out = Files.newOutputStream(file)) {
      out.write(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"user.broadcast\",\"params\":{\"sync\":1,\"tx\":"
              .getBytes(StandardCharsets.UTF_8));
      var json = new ObjectMapper().getFactory().createGenerator(out);
      TransactionJson.write(json, transaction);
      json.flush();
      out.write("}}".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Files.size(file)).isBetween(50L << 20, 72L << 20);
    return node.send(
        node.builder("/rpc/v1")
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build());
  }

  private static void assertApplied(Response response) {
    assertThat(response.result().path("result").path("code").asInt(-1))
        .as(response.http().body())
        .isZero();
  }
}
