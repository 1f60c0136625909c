package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.WalletKey;
import dev.idos.node.session.SessionValue;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import dev.idos.protocol.query.ProfileQuery.HasProfile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions as `network.md` §9 and `wire.md` §6 say, through a real node.
class SessionTest {

  private static final String SITE = "https://app.example.org";
  private static final GetUser VIEW = new GetUser();

  private Path folder;
  private TestNode node;
  private Person alice;
  private Person bob;

  @BeforeEach
  void start(@TempDir Path fresh) {
    folder = fresh;
    node = TestNode.start(folder.resolve("data"));
    alice = new Person(node, WalletKey.evm(InsecureTestKeys.repeated(0xa1)));
    bob = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(0xb0)));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void without_a_session_a_view_answers_401_and_with_one_it_answers() {
    assertUnauthorized(alice.view(VIEW));
    assertThat(alice.logIn().status()).isEqualTo(200);
    assertAnswered(alice.view(VIEW));
  }

  @Test
  void every_kind_of_wallet_logs_in() {
    var seed = InsecureTestKeys.repeated(0x77);
    for (WalletKey key :
        List.of(
            WalletKey.evm(seed),
            WalletKey.near(seed, new SecureRandom()),
            WalletKey.near(seed, "alice.near", new SecureRandom()),
            WalletKey.xrplEd25519(seed),
            WalletKey.xrplSecp256k1(seed),
            WalletKey.stellarRaw(seed),
            WalletKey.stellarSep53(seed),
            WalletKey.faceSign(seed))) {
      var person = new Person(node, key);
      assertThat(person.logIn().status()).as(key.scheme().wireName()).isEqualTo(200);
      assertAnswered(person.view(VIEW));
    }
  }

  @Test
  void the_parameters_are_those_kwil_js_checks() {
    var parameters = node.call("kgw.authn_param", "{}").result();
    assertThat(parameters.path("domain").asText())
        .isEqualTo("http://127.0.0.1:" + node.node().url().getPort());
    assertThat(parameters.path("statement").asText()).isEqualTo("idOS node login");
    assertThat(parameters.path("uri").asText()).isEqualTo("idos:login");
    assertThat(parameters.path("version").asText()).isEqualTo("1");
    assertThat(parameters.path("chain_id").asText()).isEqualTo(TestNode.CHAIN);
    assertThat(parameters.path("issue_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void the_cookie_is_written_as_the_page_says() {
    assertThat(alice.logIn().header("set-cookie"))
        .matches(
            "kgw_session=[A-Za-z0-9_-]+; Path=/; Max-Age=\\d+; HttpOnly; Secure; SameSite=None;"
                + " Partitioned");
  }

  @Test
  void a_bearer_header_and_a_bare_cookie_carry_a_session_too() {
    alice.logIn();
    String value = alice.session().split("[=;]", 3)[1];
    assertAnswered(alice.view(VIEW, "Authorization", "Bearer " + value));
    assertAnswered(alice.view(VIEW, "Cookie", "other=1; kgw_session=" + value));
    assertUnauthorized(alice.view(VIEW, "Cookie", "other=1; HttpOnly"));
  }

  @Test
  void a_session_is_good_for_its_own_sender_and_scheme_only() {
    alice.logIn();
    bob.keepSession(alice.session());
    assertUnauthorized(bob.view(VIEW));
    var sameKeyOtherScheme =
        new Person(node, WalletKey.near(InsecureTestKeys.repeated(0xb0), new SecureRandom()));
    bob.logIn();
    sameKeyOtherScheme.keepSession(bob.session());
    assertUnauthorized(sameKeyOtherScheme.view(VIEW));
  }

  @Test
  void several_sessions_are_open_at_once() {
    alice.logIn();
    bob.keepSession(alice.session());
    bob.logIn();
    alice.keepSession(bob.session());
    assertAnswered(alice.view(VIEW));
    assertAnswered(bob.view(VIEW));
  }

  @Test
  void another_website_cannot_use_a_session() {
    alice.logIn("Origin", SITE);
    assertAnswered(alice.view(VIEW, "Origin", SITE));
    assertUnauthorized(alice.view(VIEW, "Origin", "https://evil.example.org"));
    assertUnauthorized(alice.view(VIEW));
    assertUnauthorized(alice.view(VIEW, "Origin", "null"));
  }

  @Test
  void another_website_is_not_told_the_sessions_it_carries() {
    alice.logIn("Origin", SITE);
    bob.keepSession(alice.session());
    Response opened = bob.logIn("Origin", "https://elsewhere.example");
    var told = SessionValue.parse(opened.result().path("session").asText());
    assertThat(told.logins())
        .singleElement()
        .satisfies(open -> assertThat(open.login().sender()).isEqualTo(bob.key().sender()));
    assertAnswered(alice.view(VIEW, "Cookie", bob.session(), "Origin", SITE));
  }

  @Test
  void a_page_that_hides_its_origin_opens_no_session() {
    Response response = alice.logIn("Origin", "null");
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.errorCode()).isEqualTo(-901);
  }

  @Test
  void a_session_survives_a_restart() {
    String url = node.node().url().toString();
    alice.logIn("Host", "node.example.org");
    String session = alice.session();
    node.close();
    node = TestNode.start(folder.resolve("data"));
    alice = new Person(node, alice.key());
    alice.keepSession(session);
    assertThat(node.node().url().toString()).as("another port").isNotEqualTo(url);
    assertAnswered(alice.view(VIEW));
  }

  @Test
  void a_session_expires_after_its_time() {
    alice.logIn();
    node.clock.advance(Duration.ofHours(12).minusSeconds(5));
    assertAnswered(alice.view(VIEW));
    node.clock.advance(Duration.ofSeconds(10));
    assertUnauthorized(alice.view(VIEW));
  }

  @Test
  void a_logged_out_login_is_dead_for_good() {
    alice.logIn();
    String session = alice.session();
    Response logout = node.call("kgw.logout", "{'account':''}", "Cookie", session);
    assertThat(logout.status()).isEqualTo(200);
    assertThat(logout.result().path("result").asText()).isEqualTo("ok");
    assertThat(logout.header("set-cookie")).startsWith("kgw_session=; Path=/; Max-Age=0");
    assertUnauthorized(alice.view(VIEW));
    node.close();
    node = TestNode.start(folder.resolve("data"));
    alice = new Person(node, alice.key());
    alice.keepSession(session);
    assertUnauthorized(alice.view(VIEW));
  }

  @Test
  void logging_out_one_account_keeps_the_others_and_other_websites() {
    alice.logIn();
    bob.keepSession(alice.session());
    bob.logIn();
    var elsewhere = new Person(node, alice.key());
    elsewhere.keepSession(bob.session());
    elsewhere.logIn("Origin", SITE);
    String account = "{'account':'%s'}".formatted(alice.key().sender().hex());
    Response logout = node.call("kgw.logout", account, "Cookie", elsewhere.session());
    String left = logout.header("set-cookie");
    assertUnauthorized(alice.view(VIEW, "Cookie", left));
    assertAnswered(bob.view(VIEW, "Cookie", left));
    assertAnswered(elsewhere.view(VIEW, "Cookie", left, "Origin", SITE));
  }

  @Test
  void logging_out_without_a_session_succeeds() {
    Response logout = node.call("kgw.logout", "{'account':''}");
    assertThat(logout.status()).isEqualTo(200);
    assertThat(logout.header("set-cookie"))
        .isEqualTo("kgw_session=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=None; Partitioned");
  }

  @Test
  void a_forged_login_is_refused() {
    var parameters = (ObjectNode) node.call("kgw.authn_param", "{}").result();
    ObjectNode authn = alice.authn(parameters);
    assertUnauthorized(node.call("kgw.authn", authn.deepCopy().put("sender", "00".repeat(20))));
    assertUnauthorized(node.call("kgw.authn", authn.deepCopy().put("nonce", "0".repeat(48))));
    assertUnauthorized(node.call("kgw.authn", authn.deepCopy().put("nonce", "invented")));
    var otherType = authn.deepCopy();
    ((ObjectNode) otherType.path("signature")).put("type", "ed25519");
    assertUnauthorized(node.call("kgw.authn", otherType));
    assertThat(node.call("kgw.authn", authn).status()).isEqualTo(200);
  }

  @Test
  void a_login_that_claims_a_longer_life_or_the_future_is_refused() {
    long now = node.clock.instant().getEpochSecond();
    assertUnauthorized(withTimes(now, now + 12 * 3600 + 1));
    assertUnauthorized(withTimes(now + 120, now + 3600));
    assertUnauthorized(withTimes(now - 7200, now - 1));
    assertThat(withTimes(now + 30, now + 3600).status()).isEqualTo(200);
  }

  @Test
  void a_login_for_another_site_is_refused() {
    var parameters = (ObjectNode) node.call("kgw.authn_param", "{}").result();
    parameters.put("domain", "https://evil.example.org");
    assertUnauthorized(node.call("kgw.authn", alice.authn(parameters)));
  }

  @Test
  void a_tampered_session_is_refused() {
    alice.logIn();
    String value = alice.session().split("[=;]", 3)[1];
    for (int place = 0; place < value.length(); place += 7) {
      char other = value.charAt(place) == 'A' ? 'B' : 'A';
      String tampered = value.substring(0, place) + other + value.substring(place + 1);
      assertThat(alice.view(VIEW, "Authorization", "Bearer " + tampered).status())
          .as("place " + place)
          .isEqualTo(401);
    }
  }

  @Test
  void an_unknown_host_is_told_about_public_urls() {
    Response response = node.call("kgw.authn_param", "{}", "Host", "other.example.org");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.errorCode()).isEqualTo(-903);
    assertThat(response.errorMessage()).contains("other.example.org", "--public-url");
    Response known = node.call("kgw.authn_param", "{}", "Host", "node.example.org");
    assertThat(known.result().path("domain").asText()).isEqualTo(TestNode.PUBLIC_URL);
  }

  @Test
  void the_oldest_login_goes_when_the_cookie_is_full() {
    alice.logIn();
    String session = alice.session();
    for (int i = 1; i <= 30; i++) {
      var another = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(i)));
      another.keepSession(session);
      assertThat(another.logIn().status()).isEqualTo(200);
      session = another.session();
      assertThat(session.split("[=;]", 3)[1].length()).isLessThanOrEqualTo(3_500);
      assertAnswered(another.view(VIEW));
    }
    alice.keepSession(session);
    assertUnauthorized(alice.view(VIEW));
  }

  @Test
  void open_views_answer_anybody_and_never_ask_for_a_login() {
    assertAnswered(alice.view(new HasProfile(alice.key().address())));
    assertAnswered(
        alice.view(new DagMessage("0x01", "0x02", new CredentialId(UUID.randomUUID()), 0, "ab")));
    assertUnauthorized(alice.view(new GetUserAsInserter(new UserId(UUID.randomUUID()))));
  }

  @Test
  void a_view_sees_who_is_logged_in() {
    var inserter = new Person(node, TestNode.INSERTER);
    var user = new UserId(UUID.randomUUID());
    inserter.execute(new AddUserAsInserter(user, "a".repeat(43) + "=", "user"));
    inserter.logIn();
    Response response = inserter.view(new GetUserAsInserter(user));
    assertAnswered(response);
    assertThat(response.result().path("query_result").path("values").size()).isEqualTo(1);
    bob.logIn();
    assertThat(bob.view(new GetUserAsInserter(user)).result().path("error").asText())
        .isEqualTo("Unauthorized inserter");
  }

  private Response withTimes(long issued, long expires) {
    String nonce = "%08x%08x".formatted(issued, expires) + "5a".repeat(16);
    var parameters = (ObjectNode) node.call("kgw.authn_param", "{}").result();
    parameters
        .put("nonce", nonce)
        .put("issue_at", Instant.ofEpochSecond(issued).toString())
        .put("expiration_time", Instant.ofEpochSecond(expires).toString());
    return node.call("kgw.authn", alice.authn(parameters));
  }

  private static void assertAnswered(Response response) {
    assertThat(response.status()).as(response.http().body()).isEqualTo(200);
    assertThat(response.json().has("result")).as(response.http().body()).isTrue();
  }

  private static void assertUnauthorized(Response response) {
    assertThat(response.status()).as(response.http().body()).isEqualTo(401);
    assertThat(response.errorCode()).isEqualTo(-901);
  }
}
