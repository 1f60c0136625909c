package dev.idos.ledger.inserters;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.ISSUER_EVM;
import static dev.idos.ledger.People.NORA;
import static dev.idos.ledger.People.OWNER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Person;
import dev.idos.ledger.World;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.InserterAction.AddDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.AddInserterAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteInserterAsOwner;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InsertersTest {

  private static final InserterId NEW = new InserterId(World.id("new inserter"));

  private final World world = new World();

  private void mayInsert(Person person, String profile) {
    world.done(person, new AddUserAsInserter(new UserId(World.id(profile)), "key", "user"));
  }

  @Test
  void only_the_owner_keeps_inserters() {
    var add = new AddInserterAsOwner(NEW, "new");
    assertThat(world.refused(Refusal.OWNER_ONLY, ISSUER, add).log())
        .isEqualTo(
            "ERROR: action is owner-only: action add_inserter_as_owner can only be executed by"
                + " the owner");
    world.done(OWNER, add);
    world.refused(Refusal.INSERTER_EXISTS, OWNER, add);
    world.refused(
        Refusal.INSERTER_EXISTS,
        OWNER,
        new AddInserterAsOwner(new InserterId(World.id("x")), "new"));
  }

  @Test
  void a_delegate_acts_from_when_it_is_added_until_it_is_deleted() {
    world.done(OWNER, new AddInserterAsOwner(NEW, "new"));
    world.done(OWNER, new AddDelegateAsOwner(BOB.identifier(), NEW));
    mayInsert(BOB, "one");
    world.refused(Refusal.DELEGATE_EXISTS, OWNER, new AddDelegateAsOwner(BOB.identifier(), NEW));
    world.done(OWNER, new DeleteDelegateAsOwner(BOB.identifier()));
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED, BOB, new AddUserAsInserter(ALICE.user(), "key", "user"));
    world.refused(
        Refusal.INSERTER_NOT_FOUND,
        OWNER,
        new AddDelegateAsOwner(BOB.identifier(), new InserterId(World.id("nobody"))));
    world.refused(Refusal.DELEGATE_INVALID, OWNER, new AddDelegateAsOwner("no address", NEW));
  }

  @Test
  void deleting_an_inserter_deletes_its_delegates() {
    world.done(OWNER, new AddInserterAsOwner(NEW, "new"));
    world.done(OWNER, new AddDelegateAsOwner(BOB.identifier(), NEW));
    world.done(OWNER, new DeleteInserterAsOwner(NEW));
    assertThat(Inserters.of(BOB.caller(), world.rows())).isEmpty();
    assertThat(Inserters.ofKey(BOB.identifier(), world.rows())).isEmpty();
  }

  @Test
  void w12_a_delegate_matches_in_every_spelling() {
    world.done(OWNER, new AddInserterAsOwner(NEW, "new"));
    String checksummed = BOB.identifier();
    assertThat(checksummed).isNotEqualTo(checksummed.toLowerCase(Locale.ROOT));
    world.done(OWNER, new AddDelegateAsOwner(checksummed, NEW));
    mayInsert(BOB, "by checksummed");
    world.done(OWNER, new DeleteDelegateAsOwner(checksummed.toLowerCase(Locale.ROOT)));
    assertThat(Inserters.of(BOB.caller(), world.rows())).isEmpty();
    world.done(OWNER, new AddDelegateAsOwner(NORA.identifier(), NEW));
    mayInsert(NORA, "by near key");
    mayInsert(ISSUER_EVM, "from genesis");
    assertThat(Inserters.ofKey(ISSUER.identifier().toUpperCase(Locale.ROOT), world.rows()))
        .isEqualTo(Inserters.of(ISSUER.caller(), world.rows()).map(Inserter::id))
        .isPresent();
  }

  @Test
  void w18_deleting_what_is_not_there_succeeds_and_says_so() {
    assertThat(world.done(OWNER, new DeleteInserterAsOwner(NEW)).log())
        .isEqualTo("1. no inserter has this id: nothing was deleted");
    assertThat(world.done(OWNER, new DeleteDelegateAsOwner(STRANGER.identifier())).log())
        .isEqualTo("1. no delegate has this address: nothing was deleted");
  }
}
