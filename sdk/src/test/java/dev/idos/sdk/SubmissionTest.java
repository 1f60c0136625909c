package dev.idos.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.UserAction.RemoveUser;
import dev.idos.sdk.ScriptedNode.Fault;
import dev.idos.sdk.ScriptedNode.Result;
import dev.idos.sdk.ScriptedNode.Silence;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Retry;
import dev.idos.sdk.net.IdosException.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionTest {

  private static final RemoveUser ACTION = new RemoveUser();
  private static final int NONCE_INVALID = 4;
  private static final int POOL_FULL = 11;

  private final ScriptedNode node = Logins.open(new ScriptedNode());
  private final Wallet alice = InsecureTestKeys.evm(1);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void numbers_go_up_by_one() {
    node.on("user.broadcast", params -> applied());
    try (var network = Connected.to(node.url())) {
      var session = network.signIn(alice);
      session.execute(ACTION);
      session.execute(ACTION);
    }
    assertThat(node.broadcasts())
        .extracting(tx -> tx.path("body").path("nonce").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void after_a_lost_answer_the_very_same_transaction_goes_to_the_next_node() {
    try (var second = Logins.open(new ScriptedNode());
        var network = Connected.to(node.url(), second.url())) {
      node.on("user.broadcast", params -> new Silence());
      second.on("user.broadcast", params -> applied());
      network.signIn(alice).execute(ACTION);
      assertThat(second.broadcasts()).hasSize(1).containsExactlyElementsOf(node.broadcasts());
    }
  }

  @Test
  void when_nobody_answers_the_outcome_is_unknown() {
    node.on("user.broadcast", params -> new Silence());
    try (var network = Connected.to(node.url())) {
      var session = network.signIn(alice);
      assertThatThrownBy(() -> session.execute(ACTION))
          .isInstanceOfSatisfying(
              Unavailable.class,
              none -> assertThat(none.retry()).isEqualTo(Retry.SAME_TRANSACTION_ONLY));
    }
  }

  @Test
  void a_full_pool_gets_the_same_transaction_again() {
    node.on(
        "user.broadcast",
        params ->
            node.broadcasts().size() < 3
                ? ScriptedNode.rejected(POOL_FULL, "mempool is full")
                : applied());
    try (var network = Connected.to(node.url())) {
      network.signIn(alice).execute(ACTION);
    }
    assertThat(node.broadcasts()).hasSize(3).containsOnly(node.broadcasts().getFirst());
  }

  @Test
  void a_number_that_somebody_else_used_is_signed_anew_once() {
    node.on(
        "user.broadcast",
        params ->
            params.path("tx").path("body").path("nonce").asInt() == 1
                ? ScriptedNode.rejected(NONCE_INVALID, "invalid nonce")
                : applied());
    node.on(
        "user.account",
        params -> new Result(ScriptedNode.object().put("nonce", node.broadcasts().size() * 6)));
    try (var network = Connected.to(node.url())) {
      network.signIn(alice).execute(ACTION);
    }
    assertThat(node.broadcasts())
        .extracting(tx -> tx.path("body").path("nonce").asInt())
        .containsExactly(1, 7);
  }

  @Test
  void a_number_refused_after_a_lost_answer_is_looked_up_and_never_signed_anew() {
    try (var second = Logins.open(new ScriptedNode());
        var network = Connected.to(node.url(), second.url())) {
      node.on("user.broadcast", params -> new Silence());
      second.on("user.broadcast", params -> ScriptedNode.rejected(NONCE_INVALID, "invalid nonce"));
      var found = ScriptedNode.object().put("height", 9);
      found.putObject("tx_result").put("code", 0).put("gas", 0);
      second.on("user.tx_query", params -> new Result(found));
      assertThat(network.signIn(alice).execute(ACTION).log()).isEmpty();
      assertThat(second.broadcasts()).hasSize(1);
    }
  }

  @Test
  void a_refusal_of_the_ledger_has_its_permanent_code() {
    node.on(
        "user.broadcast",
        params -> {
          var result = ScriptedNode.object().put("tx_hash", "00");
          result
              .putObject("result")
              .put("code", 65535)
              .put("log", "ERROR: the grant is locked")
              .put("refusal", 5002);
          return new Result(result);
        });
    try (var network = Connected.to(node.url())) {
      var session = network.signIn(alice);
      assertThatThrownBy(() -> session.execute(ACTION))
          .isInstanceOfSatisfying(
              Refused.class,
              no -> {
                assertThat(no.refusal().is(Refusal.ACCESS_GRANT_LOCKED)).isTrue();
                assertThat(no.refusal().text()).isEqualTo("the grant is locked");
              });
    }
  }

  @Test
  void a_broken_node_is_passed_over() {
    try (var second = Logins.open(new ScriptedNode());
        var network = Connected.to(node.url(), second.url())) {
      var session = network.signIn(alice);
      node.on(
          "user.broadcast",
          params -> new Fault(500, -32603, "internal error", ScriptedNode.object()));
      second.on("user.broadcast", params -> applied());
      session.execute(ACTION);
      assertThat(second.broadcasts()).hasSize(1);
    }
  }

  private static Result applied() {
    var result = ScriptedNode.object().put("tx_hash", "00");
    result.putObject("result").put("code", 0).put("gas", 0);
    return new Result(result);
  }
}
