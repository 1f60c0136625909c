package dev.idos.ledger.accessgrants;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.World;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsForCredential;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGranted;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGrantedCount;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGrantedPage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsOwned;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsOwnedPage;
import dev.idos.protocol.query.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessGrantListsTest {

  private static final int SHARED = 23;

  private final World world = new World();

  @BeforeEach
  void alice_and_bob_share_with_a_consumer() {
    for (var person : List.of(ALICE, BOB)) {
      world.profile(person);
      world.done(person, Documents.add(person.name()));
    }
    for (int i = 0; i < SHARED; i++) {
      var owner = i == 0 ? BOB : ALICE;
      world.done(owner, Documents.share("copy " + i, owner.name(), CONSUMER.identifier(), 0));
    }
  }

  @Test
  void grants_are_listed_in_the_order_they_were_given() {
    var first = world.found(CONSUMER, new GetAccessGrantsGranted(null, 1L, 3L)).values();
    assertThat(first.stream().map(row -> row.get(3)))
        .containsExactly(
            Documents.id("copy 0").value(),
            Documents.id("copy 1").value(),
            Documents.id("copy 2").value());
  }

  @Test
  void w21_without_numbers_the_first_twenty_are_listed_and_never_more_than_a_hundred() {
    assertThat(world.found(CONSUMER, new GetAccessGrantsGranted(null, null, null)).values())
        .hasSize(20);
    assertThat(world.found(CONSUMER, new GetAccessGrantsGranted(null, 2L, null)).values())
        .hasSize(3);
    assertThat(world.found(CONSUMER, new GetAccessGrantsGranted(null, 1L, 1_000L)).values())
        .hasSize(SHARED);
    assertThat(
            world.found(CONSUMER, new GetAccessGrantsGranted(null, Long.MAX_VALUE, 100L)).values())
        .isEmpty();
  }

  @Test
  void pages_count_from_one() {
    assertThat(world.ask(CONSUMER, new GetAccessGrantsGranted(null, 0L, 1L)))
        .isEqualTo(new Answer.Denied(Refusal.PAGE_INVALID.with()));
    assertThat(world.ask(CONSUMER, new GetAccessGrantsGranted(null, 1L, 0L)))
        .isEqualTo(new Answer.Denied(Refusal.SIZE_INVALID.with()));
  }

  @Test
  void one_owner_is_told_apart() {
    assertThat(world.value(CONSUMER, new GetAccessGrantsGrantedCount(BOB.user()))).isEqualTo(1L);
    assertThat(world.value(CONSUMER, new GetAccessGrantsGrantedCount(null)))
        .isEqualTo((long) SHARED);
    assertThat(world.found(CONSUMER, new GetAccessGrantsGranted(BOB.user(), 1L, 10L)).values())
        .hasSize(1);
    assertThat(world.found(BOB, new GetAccessGrantsOwned()).values()).hasSize(1);
    assertThat(world.found(CONSUMER, new GetAccessGrantsOwned()).values()).isEmpty();
  }

  @Test
  void a_credential_shows_a_grantee_its_own_grants_only() {
    var query = new GetAccessGrantsForCredential(Documents.id("copy 3"));
    assertThat(world.found(CONSUMER, query).values()).hasSize(1);
    assertThat(world.found(BOB, query).values()).isEmpty();
  }

  @Test
  void parts_join_without_a_gap() {
    var first = world.found(CONSUMER, new GetAccessGrantsGrantedPage(null, null, null)).values();
    String cursor = String.valueOf(first.getLast().getLast());
    var rest = world.found(CONSUMER, new GetAccessGrantsGrantedPage(null, cursor, null)).values();
    assertThat(first).hasSize(20);
    assertThat(rest).hasSize(3);
    assertThat(rest.getFirst().get(3)).isEqualTo(Documents.id("copy 20").value());
    assertThat(world.found(ALICE, new GetAccessGrantsOwnedPage(cursor, 2L)).values()).hasSize(2);
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    assertThat(world.ask(CONSUMER, new GetAccessGrantsGrantedPage(null, "tomorrow", 1L)))
        .isEqualTo(new Answer.Denied(Refusal.CURSOR_INVALID.with()));
  }
}
