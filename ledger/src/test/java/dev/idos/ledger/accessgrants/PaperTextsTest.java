package dev.idos.ledger.accessgrants;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Documents;
import dev.idos.ledger.Papers;
import dev.idos.ledger.World;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsForCredentialPage;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.Rows;
import org.junit.jupiter.api.Test;

class PaperTextsTest {

  private static final String LOCK = "2030-01-01T00:00:00Z";
  private static final String FROM = "2027-01-01T00:00:00Z";
  private static final String UNTIL = "2027-01-02T00:00:00Z";

  private final World world = new World();

  private static DwgMessage writeGrant(String owner, String from, String until) {
    return new DwgMessage(
        owner, "consumer", "issuer", Papers.of(ALICE, "paper").id(), LOCK, from, until);
  }

  private Refusal refusal(DwgMessage message) {
    return world.ask(Caller.NOBODY, message) instanceof Answer.Denied(var refused)
        ? refused.reason()
        : Refusal.ECONOMY_NOT_ENABLED;
  }

  @Test
  void anybody_is_told_the_text_of_a_write_grant_of_this_network() {
    assertThat(world.value(BOB, writeGrant("owner", FROM, UNTIL)))
        .isEqualTo(
            GrantPapers.writeGrant(
                "owner",
                "consumer",
                "issuer",
                Papers.of(ALICE, "paper").id(),
                LOCK,
                FROM,
                UNTIL,
                World.CHAIN));
  }

  @Test
  void a_text_that_could_not_be_used_is_not_written() {
    assertThat(refusal(writeGrant("owner", "tomorrow", UNTIL)))
        .isEqualTo(Refusal.PAPER_DATE_INVALID);
    assertThat(refusal(writeGrant("owner", UNTIL, FROM))).isEqualTo(Refusal.PAPER_TIMES_REVERSED);
    assertThat(refusal(writeGrant("owner\nconsumer: me", FROM, UNTIL)))
        .isEqualTo(Refusal.PAPER_FIELD_INVALID);
  }

  @Test
  void anybody_is_told_the_text_of_an_access_grant_of_this_network() {
    var message = new DagMessage("owner", "grantee", Documents.id("copy"), 7, "hash");
    assertThat(world.value(BOB, message))
        .isEqualTo(
            GrantPapers.accessGrant(
                "owner", "grantee", Documents.id("copy"), 7, "hash", World.CHAIN));
  }

  @Test
  void a_grantee_reads_the_grants_on_one_credential_in_parts() {
    world.profile(ALICE);
    world.done(ALICE, Documents.add("diploma"));
    world.done(ALICE, Documents.share("copy", "diploma", CONSUMER.identifier(), 0));
    var part = new GetAccessGrantsForCredentialPage(Documents.id("copy"), null, 1L);
    Rows first = world.found(CONSUMER, part);
    assertThat(first.values()).hasSize(1);
    String after = (String) first.values().getFirst().getLast();
    assertThat(
            world
                .found(
                    CONSUMER, new GetAccessGrantsForCredentialPage(Documents.id("copy"), after, 1L))
                .values())
        .isEmpty();
    assertThat(world.found(BOB, part).values()).isEmpty();
  }
}
