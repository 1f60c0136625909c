package dev.idos.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import dev.idos.sdk.net.IdosException.Unavailable;
import dev.idos.sdk.net.NodeAddress;
import dev.idos.sdk.net.Timeouts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

  private final ScriptedNode node = Logins.open(new ScriptedNode());
  private final Wallet alice = InsecureTestKeys.evm(1);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void a_wallet_signs_the_text_that_is_rebuilt_here() {
    try (var network = Connected.to(node.url())) {
      assertThat(network.signIn(alice).exposeBearer()).isEqualTo("a-login");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "statement, I give all my money to this node",
    "uri, https://evil.example",
    "domain, https://other.example",
    "chain_id, another-chain",
    "version, 2",
    "issue_at, 2030-01-01T00:00:00Z",
    "expiration_time, 2099-01-01T00:00:00Z",
    "nonce, not-a-nonce"
  })
  void a_node_that_offers_other_words_gets_no_signature(String member, String words) {
    node.on(
        "kgw.authn_param",
        params -> new ScriptedNode.Result(Logins.offer(node.url()).put(member, words)));
    try (var network = Connected.to(node.url())) {
      assertThatThrownBy(() -> network.signIn(alice))
          .isInstanceOfSatisfying(
              Distrusted.class, lie -> assertThat(lie.doubt()).isEqualTo(Doubt.SIGNING_TEXT));
    }
    assertThat(node.asked()).doesNotContain("kgw.authn");
  }

  @Test
  void a_node_of_another_network_is_not_connected_to() {
    assertThatThrownBy(
            () ->
                Connected.to(
                    List.of(new NodeAddress(node.url())),
                    Optional.of("the-real-chain"),
                    Timeouts.DEFAULT))
        .isInstanceOfSatisfying(
            Distrusted.class, lie -> assertThat(lie.doubt()).isEqualTo(Doubt.CHAIN));
  }

  @Test
  void any_address_will_do() {
    var dead = new ScriptedNode();
    dead.close();
    try (var network = Connected.to(dead.url(), node.url())) {
      assertThat(network.chainId()).isEqualTo(ScriptedNode.CHAIN);
    }
  }

  @Test
  void without_any_node_it_is_safe_to_ask_again() {
    node.close();
    assertThatThrownBy(() -> Connected.to(node.url()))
        .isInstanceOfSatisfying(
            Unavailable.class,
            none -> assertThat(none.retry()).isEqualTo(dev.idos.sdk.net.IdosException.Retry.SAFE));
  }

  @Test
  void another_node_is_shown_the_login_the_wallet_has_signed_already() {
    try (var second = Logins.open(new ScriptedNode());
        var network = Connected.to(node.url(), second.url())) {
      var session = network.signIn(alice);
      node.close();
      second.on("user.call", params -> new ScriptedNode.Result(ViewAnswers.noRows()));
      assertThat(new OwnerClient(session).profile()).isEmpty();
      assertThat(second.asked()).contains("kgw.authn").doesNotContain("kgw.authn_param");
    }
  }

  @Test
  void a_login_that_has_ended_is_replaced_once() {
    node.on(
        "user.call",
        params ->
            node.asked().stream().filter("kgw.authn"::equals).count() < 2
                ? new ScriptedNode.Fault(401, -901, "not authorized", ScriptedNode.object())
                : new ScriptedNode.Result(ViewAnswers.noRows()));
    try (var network = Connected.to(node.url())) {
      assertThat(network.owner(alice).profile()).isEmpty();
    }
    assertThat(node.asked()).filteredOn("user.call"::equals).hasSize(2);
  }
}
