package dev.idos.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.idos.credentials.PublicNotes;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Utf8;
import dev.idos.sdk.Connected;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.Grantee;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.KeyStatement;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.Wallet;
import dev.idos.sdk.WriteGrantTerms;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one lying node must not achieve: that anybody encrypts to its key, or signs its words
/// (`network.md` §8).
class LyingNodeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder = Path.of("");
  private LyingProxy liar;
  private TestNetwork world;
  private Connected network;
  private IssuerClient issuer;
  private Wallet wallet;
  private ProfileRequest request;
  private CredentialId credential;

  @BeforeEach
  void start() throws IOException {
    liar = new LyingProxy();
    world = TestNetwork.start(folder.resolve("data"), liar.url());
    liar.standBefore(world.url());
    network = Connected.to(liar.url().toString());
    issuer = network.issuer(world.issuerKeys());
    wallet = Wallet.of(WalletKey.evm(world.seed()));
    request = ProfileRequest.make(wallet, PASSWORD, network.chainId());
    issuer.createProfile(request);
    credential = issuer.write(request.id(), request.key().trusted(network.chainId()), content());
  }

  @AfterEach
  void stop() {
    network.close();
    liar.close();
    world.close();
  }

  @Test
  void with_an_honest_answer_a_share_goes_through_the_same_proxy() {
    var owner = network.owner(wallet).unlock(PASSWORD);
    var company = world.company(network);
    var copy = owner.share(credential, introduced(company.statement()), Instant.EPOCH);
    assertThat(company.read(copy.copyId()).plaintext()).isEqualTo(content().plaintext());
  }

  @Test
  void a_swapped_key_in_get_user_is_refused() {
    var owner = network.owner(wallet);
    swapKeyIn("get_user");
    refuses(Doubt.RECIPIENT_KEY, () -> owner.unlock(PASSWORD));
  }

  @Test
  void a_swapped_key_in_get_user_as_inserter_is_refused_and_nothing_is_written() {
    var key = request.key().trusted(network.chainId());
    swapKeyIn("get_user_as_inserter");
    refuses(Doubt.RECIPIENT_KEY, () -> issuer.write(request.id(), key, content()));
    assertThat(liar.passed()).contains("get_user_as_inserter").doesNotContain("user.broadcast");
  }

  @Test
  void a_swapped_key_in_get_user_as_inserter_stops_a_write_grant_too() {
    var grant = network.owner(wallet).unlock(PASSWORD).signWriteGrant(terms());
    swapKeyIn("get_user_as_inserter");
    refuses(Doubt.RECIPIENT_KEY, () -> issuer.write(grant, content()));
    assertThat(liar.passed()).doesNotContain("user.broadcast");
  }

  @Test
  void a_key_swapped_just_before_a_share_is_refused_and_nothing_is_shared() {
    var owner = network.owner(wallet).unlock(PASSWORD);
    var company = introduced(world.company(network).statement());
    swapKeyIn("get_user");
    refuses(Doubt.RECIPIENT_KEY, () -> owner.share(credential, company, Instant.EPOCH));
    assertThat(liar.passed()).contains("get_user").doesNotContain("user.broadcast");
  }

  @Test
  void a_write_grant_with_other_words_is_not_signed() {
    var owner = network.owner(wallet).unlock(PASSWORD);
    var mallory = "f".repeat(64);
    liar.lieAbout("dwg_message", answer -> answer.replace(issuer.keys().publicKey(), mallory));
    refuses(Doubt.SIGNING_TEXT, () -> owner.signWriteGrant(terms()));
  }

  @Test
  void an_access_paper_with_other_words_is_not_signed() {
    var owner = network.owner(wallet).unlock(PASSWORD);
    liar.lieAbout("dag_message", answer -> answer.replace("locked until: 0", "locked until: 9"));
    refuses(
        Doubt.SIGNING_TEXT,
        () -> owner.signAccessGrant(credential, "f".repeat(64), Instant.EPOCH, "a".repeat(64)));
  }

  @Test
  void changed_content_is_noticed() {
    var owner = network.owner(wallet).unlock(PASSWORD);
    liar.lieAbout("get_credential_owned", LyingNodeTest::withOtherContent);
    refuses(Doubt.CONTENT, () -> owner.open(credential));
  }

  private static String withOtherContent(String answer) {
    try {
      var json = JSON.readTree(answer);
      var rows = json.path("result").path("query_result");
      for (int column = 0; column < rows.path("column_names").size(); column++) {
        if (rows.path("column_names").get(column).asText().equals("content")) {
          var row = (ArrayNode) rows.path("values").get(0);
          var content = Bytes.ofBase64(row.get(column).asText()).toArray();
          content[content.length - 1] ^= 1;
          row.set(column, TextNode.valueOf(Bytes.copyOf(content).base64()));
        }
      }
      return json.toString();
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("a node answers in JSON", notJson);
    }
  }

  private void swapKeyIn(String view) {
    var theirs = request.key().encryptionKey();
    var own = EncryptionKey.of(world.seed()).publicKey().base64();
    liar.lieAbout(view, answer -> answer.replace(theirs, own));
  }

  private Grantee introduced(KeyStatement statement) {
    return Grantee.of(statement, network.chainId());
  }

  private WriteGrantTerms terms() {
    var now = Instant.now();
    var key = issuer.keys().publicKey();
    return new WriteGrantTerms(key, key, Instant.EPOCH, now.minusSeconds(60), now.plusSeconds(600));
  }

  private static CredentialContent content() {
    return new CredentialContent(
        Utf8.encode("a credential that nobody else shall read, long enough to be seen"),
        PublicNotes.approved(UUID.randomUUID(), "kyc", "basic", "Acme KYC"));
  }

  private static void refuses(Doubt doubt, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(Distrusted.class, lie -> assertThat(lie.doubt()).isEqualTo(doubt));
  }
}
