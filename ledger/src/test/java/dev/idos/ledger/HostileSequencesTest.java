package dev.idos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.writegrants.ConsumedPaper;
import dev.idos.ledger.writegrants.ConsumedPapers;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever people send, in whatever order: the invariants of the ledger hold.
class HostileSequencesTest {

  private static final int DEEDS = 160;

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void no_sequence_of_actions_breaks_an_invariant(@ForAll long seed) {
    var world = new World(TestLimits.withRows(14));
    world.profile(People.ALICE);
    world.profile(People.BOB);
    var actions = new HostileActions(seed, world);
    var invariants = new Invariants(world);
    int applied = 0;
    for (int i = 0; i < DEEDS; i++) {
      world.later(actions.pause());
      HostileActions.Deed deed = actions.next();
      List<AccessGrant> grants = grants(world);
      Set<ConsumedPaper> used = used(world);
      Receipt receipt = world.run(deed.caller(), deed.action());
      applied += receipt.applied() ? 1 : 0;
      onlyAGranteeEndsALock(grants, deed, world);
      assertThat(used(world)).as("papers stay used").containsAll(used);
      invariants.hold();
    }
    assertThat(applied).as("deeds that were applied").isGreaterThan(DEEDS / 10);
    everyClosingProfileEnds(world);
    invariants.hold();
  }

  private static void onlyAGranteeEndsALock(
      List<AccessGrant> before, HostileActions.Deed deed, World world) {
    Set<String> forms = CallerForms.of(deed.caller().caller());
    for (AccessGrant grant : before) {
      boolean locked = AccessGrantRules.isLocked(grant, world.now().timeSeconds());
      boolean gone = AccessGrants.find(grant.id(), world.reader()).isEmpty();
      if (locked && gone) {
        assertThat(deed.action()).isEqualTo(new RescindSharedCredential(grant.data()));
        assertThat(forms).contains(grant.grantee().canonical());
      }
    }
  }

  private static void everyClosingProfileEnds(World world) {
    while (world.ledger().nextDue(world.reader()).isPresent()) {
      long due = world.ledger().nextDue(world.reader()).orElseThrow();
      world.later(Math.max(0, due - 1 - world.now().timeSeconds())).block();
    }
    var users = new ArrayList<User>();
    world.rows().forEach(Users.USERS, users::add);
    assertThat(users).noneMatch(User::closing);
  }

  private static List<AccessGrant> grants(World world) {
    var grants = new ArrayList<AccessGrant>();
    world.rows().forEach(AccessGrants.TABLE, grants::add);
    return grants;
  }

  private static Set<ConsumedPaper> used(World world) {
    var used = new HashSet<ConsumedPaper>();
    world.rows().forEach(ConsumedPapers.WRITE_GRANTS, used::add);
    world.rows().forEach(ConsumedPapers.ACCESS_GRANTS, used::add);
    return used;
  }
}
