package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.WalletKey;
import dev.idos.node.session.Login;
import dev.idos.node.session.LoginNonce;
import dev.idos.node.session.LoginText;
import dev.idos.node.session.OpenLogin;
import dev.idos.node.session.Origin;
import dev.idos.node.session.SessionValue;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.EconomyAction.ActionCostingGas;
import dev.idos.protocol.message.LoginMessage;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import dev.idos.protocol.query.ProfileQuery.HasProfile;
import dev.idos.protocol.transaction.Transaction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rates of `wire.md` §6 with the numbers of the default genesis.
class RateLimitTest {

  /// More than a burst and all that grows back while it is used up, on the slowest machine.
  private static final int MANY = 20_000;

  private static final SecureRandom CHANCE = new SecureRandom();

  private TestNode node;
  private Person alice;

  @BeforeEach
  void start(@TempDir Path folder) {
    node = TestNode.withDefaultLimits(folder.resolve("data"));
    alice = new Person(node, WalletKey.faceSign(InsecureTestKeys.repeated(0xa1)));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void questions_anybody_may_ask_are_rationed() {
    assertRationed(() -> node.call("kgw.authn_param", "{}"));
    assertRationed(() -> alice.view(new HasProfile("0x00")));
  }

  @Test
  void wrong_signatures_cost_and_right_ones_are_free() {
    var gas = new ActionCatalogue().encode(new ActionCostingGas());
    Transaction right = alice.signed("execute", gas, 1);
    Transaction wrong =
        new Transaction(
            right.body(),
            right.serialization(),
            right.authType(),
            alice.signed("execute", gas, 2).signature(),
            right.sender());
    for (int i = 0; i < 600; i++) {
      assertThat(alice.broadcast(right, 1).json().has("result")).isTrue();
    }
    assertRationed(() -> alice.broadcast(wrong, 1));
  }

  @Test
  void an_inserter_probes_profiles_at_its_own_pace_and_reads_on() {
    var inserter = new Person(node, TestNode.INSERTER);
    inserter.logIn();
    var probe = new GetUserAsInserter(new UserId(UUID.randomUUID()));
    assertRationed(() -> inserter.view(probe));
    assertThat(inserter.view(new GetUser()).json().has("result")).isTrue();
  }

  @Test
  void log_outs_are_rationed_because_each_is_kept_until_its_login_expires() {
    assertRationed(
        () -> node.call("kgw.logout", "{'account':''}", "Authorization", "Bearer " + selfMade()));
  }

  /// Logins that nobody was asked for: their times and chance are the client's own.
  private String selfMade() {
    var logins =
        Stream.generate(() -> LoginNonce.fresh(node.clock.instant(), LoginNonce.LONGEST, CHANCE))
            .limit(10)
            .map(nonce -> new OpenLogin(Origin.NONE, signed(nonce)))
            .toList();
    return new SessionValue(logins).text();
  }

  private Login signed(LoginNonce nonce) {
    String domain = node.node().url().toString();
    String text =
        new LoginMessage(
                domain,
                LoginText.STATEMENT,
                LoginText.URI,
                LoginText.VERSION,
                TestNode.CHAIN,
                nonce.text(),
                nonce.issued().toString(),
                nonce.expires().toString())
            .text();
    WalletKey key = alice.key();
    return new Login(domain, nonce, key.scheme(), key.sender(), key.sign(Utf8.encode(text)));
  }

  private static void assertRationed(Supplier<Response> request) {
    Optional<Response> refused =
        Stream.generate(request)
            .limit(MANY)
            .filter(response -> response.errorCode() == -905)
            .findFirst();
    assertThat(refused).as("there is a limit").isPresent();
    assertThat(refused.get().status()).isEqualTo(200);
    assertThat(refused.get().errorData().path("retry_after_ms").asLong()).isPositive();
  }
}
