package dev.idos.ledger.credentials;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery.CredentialExistAsInserter;
import dev.idos.protocol.query.CredentialQuery.GetCredentials;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialListsTest {

  private final World world = new World();

  @BeforeEach
  void alice_has_three_credentials() {
    world.profile(ALICE);
    for (String name : List.of("diploma", "passport", "licence")) {
      world.done(ALICE, Documents.add(name));
    }
  }

  @Test
  void the_parts_of_a_list_are_the_list() {
    var listed = new ArrayList<@Nullable Object>();
    String after = null;
    for (int part = 0; part < 4; part++) {
      List<List<@Nullable Object>> rows =
          world.found(ALICE, new GetCredentialsPage(after, 1L)).values();
      if (rows.isEmpty()) {
        break;
      }
      listed.add(rows.getFirst().getFirst());
      after = (String) rows.getFirst().getLast();
    }
    assertThat(listed)
        .isEqualTo(
            world.found(ALICE, new GetCredentials()).values().stream().map(List::getFirst).toList())
        .hasSize(3);
    assertThat(world.found(BOB, new GetCredentialsPage(null, null)).values()).isEmpty();
  }

  @Test
  void a_list_too_long_for_one_answer_is_read_in_parts() {
    String notes = "{\"text\":\"" + "x".repeat(64_000) + "\"}";
    var adding = new ArrayList<Action>();
    for (int i = 0; i < 300; i++) {
      adding.add(Documents.add("long " + i, Documents.signed("issuer", "long " + i, notes)));
    }
    var transaction = world.transaction(ALICE, adding.toArray(Action[]::new));
    assertThat(world.block(transaction).getFirst().refusal()).isEmpty();
    assertThat(world.ask(ALICE, new GetCredentials()))
        .isEqualTo(new Answer.Denied(Refusal.LIST_TOO_LONG.with()));
    assertThat(world.found(ALICE, new GetCredentialsPage(null, 100L)).values()).hasSize(100);
  }

  @Test
  void w31_any_inserter_may_ask_whether_a_credential_exists_and_nobody_else() {
    var known = new CredentialExistAsInserter(Documents.id("diploma"));
    assertThat(world.value(ISSUER, known)).isEqualTo(true);
    assertThat(world.value(RIVAL, known)).isEqualTo(true);
    assertThat(world.value(ISSUER, new CredentialExistAsInserter(Documents.id("none"))))
        .isEqualTo(false);
    assertThat(world.ask(ALICE, known))
        .isEqualTo(new Answer.Denied(Refusal.INSERTER_UNAUTHORIZED.with()));
  }
}
