package dev.idos.ledger.profiles;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.FRIDA;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.NILS;
import static dev.idos.ledger.People.NORA;
import static dev.idos.ledger.People.RIVAL;
import static dev.idos.ledger.People.STRANGER;
import static dev.idos.ledger.People.XENIA;
import static dev.idos.ledger.World.PROOF;
import static dev.idos.ledger.World.furtherWallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.World;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.LeaveProfile;
import dev.idos.protocol.action.UserAction.RotateUserKey;
import dev.idos.protocol.action.UserAction.UpdateUserPubKeyAsInserter;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import dev.idos.protocol.query.ProfileQuery.GetWallets;
import dev.idos.protocol.query.ProfileQuery.GetWalletsPage;
import dev.idos.protocol.query.ProfileQuery.HasProfile;
import dev.idos.protocol.query.Rows;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private final World world = new World();

  private boolean hasProfile(Caller caller, String address) {
    return (boolean) world.found(caller, new HasProfile(address)).values().getFirst().getFirst();
  }

  @Test
  void an_inserter_makes_a_profile_once() {
    world.done(ISSUER, new AddUserAsInserter(ALICE.user(), "key", "user"));
    world.refused(
        Refusal.PROFILE_EXISTS, RIVAL, new AddUserAsInserter(ALICE.user(), "other", "mpc"));
    world.refused(
        Refusal.INSERTER_UNAUTHORIZED, ALICE, new AddUserAsInserter(BOB.user(), "key", "user"));
    world.refused(
        Refusal.PASSWORD_STORE_INVALID, ISSUER, new AddUserAsInserter(BOB.user(), "key", "none"));
  }

  @Test
  void w01_an_inserter_changes_the_key_of_its_own_profile_until_a_wallet_holds_it() {
    world.done(ISSUER, new AddUserAsInserter(ALICE.user(), "first", "user"));
    var mine = new UpdateUserPubKeyAsInserter(ALICE.user(), "second", "mpc");
    world.refused(Refusal.INSERTER_UNAUTHORIZED, RIVAL, mine);
    world.done(ISSUER, mine);
    world.done(ISSUER, World.firstWallet(ALICE, ALICE.user(), PROOF));
    world.refused(Refusal.INSERTER_UNAUTHORIZED, ISSUER, mine);
    assertThat(world.found(ALICE, new GetUser()).values().getFirst())
        .containsExactly(ALICE.user().value(), "second", "mpc");
  }

  @Test
  void the_owner_rotates_the_key() {
    world.profile(ALICE);
    world.done(ALICE, new RotateUserKey("rotated", "mpc"));
    assertThat(world.found(ALICE, new GetUser()).values().getFirst())
        .containsExactly(ALICE.user().value(), "rotated", "mpc");
    world.refused(Refusal.PROFILE_NOT_FOUND, STRANGER, new RotateUserKey("mine", "user"));
    world.refused(Refusal.PASSWORD_STORE_INVALID, ALICE, new RotateUserKey("k", "elsewhere"));
  }

  @Test
  void any_wallet_leaves_even_as_the_last_one() {
    world.profile(ALICE);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.refused(Refusal.WALLET_NOT_FOUND, NORA, new LeaveProfile(ALICE.walletId()));
    world.done(ALICE, new LeaveProfile(ALICE.walletId()));
    assertThat(world.found(NORA, new GetWallets()).values()).hasSize(1);
    world.done(NORA, new LeaveProfile(NORA.walletId()));
    assertThat(world.found(NORA, new GetUser()).values()).isEmpty();
  }

  @Test
  void w03_a_named_near_account_has_a_profile_only_for_the_key_that_claimed_it() {
    world.profile(NORA);
    assertThat(hasProfile(NORA.caller(), "nora.near")).isTrue();
    assertThat(hasProfile(Caller.NOBODY, "nora.near")).isFalse();
    assertThat(hasProfile(ALICE.caller(), "nora.near")).isFalse();
    world.profile(NILS);
    assertThat(hasProfile(Caller.NOBODY, NILS.wallet().address())).isTrue();
  }

  @Test
  void w10_a_view_answers_only_to_whom_it_concerns() {
    UserId alice = world.profile(ALICE);
    assertThat(world.value(ALICE, new GetUser())).isEqualTo(alice.value());
    assertThat(world.found(Caller.NOBODY, new GetUser()).values()).isEmpty();
    assertThat(world.found(Caller.NOBODY, new GetWallets()).values()).isEmpty();
    assertThat(world.found(BOB, new GetWallets()).values()).isEmpty();
    assertThat(world.ask(Caller.NOBODY, new GetUserAsInserter(alice)))
        .isEqualTo(new Answer.Denied(Refusal.INSERTER_UNAUTHORIZED.with()));
  }

  @Test
  void w14_case_is_folded_where_it_means_nothing_and_nowhere_else() {
    world.profile(ALICE);
    world.profile(XENIA);
    world.profile(FRIDA);
    String evm = ALICE.wallet().address();
    String xrpl = XENIA.wallet().address();
    String hex = FRIDA.wallet().address();
    assertThat(hasProfile(Caller.NOBODY, evm.toLowerCase(Locale.ROOT))).isTrue();
    assertThat(hasProfile(Caller.NOBODY, "0x" + evm.substring(2).toUpperCase(Locale.ROOT)))
        .isTrue();
    assertThat(hasProfile(Caller.NOBODY, hex.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(hasProfile(Caller.NOBODY, xrpl)).isTrue();
    assertThat(hasProfile(Caller.NOBODY, xrpl.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(hasProfile(Caller.NOBODY, evm + "\u200b")).isFalse();
    assertThat(hasProfile(Caller.NOBODY, "")).isFalse();
  }

  @Test
  void w31_an_inserter_finds_a_profile_and_nobody_else_does() {
    UserId alice = world.profile(ALICE);
    var ask = new GetUserAsInserter(alice);
    assertThat(world.found(RIVAL, ask).values().getFirst())
        .containsExactly(alice.value(), "key of alice", "user", "issuer");
    assertThat(world.found(RIVAL, new GetUserAsInserter(BOB.user())).values()).isEmpty();
    assertThat(world.ask(CONSUMER, ask))
        .isEqualTo(new Answer.Denied(Refusal.INSERTER_UNAUTHORIZED.with()));
  }

  @Test
  void w21_a_list_in_parts_gives_every_row_once() {
    world.profile(ALICE);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.done(ALICE, furtherWallet(XENIA, PROOF));
    Rows first = world.found(ALICE, new GetWalletsPage(null, 2L));
    assertThat(first.columns().getLast().name()).isEqualTo("cursor");
    assertThat(first.values()).hasSize(2);
    String cursor = (String) first.values().getLast().getLast();
    Rows second = world.found(ALICE, new GetWalletsPage(cursor, 2L));
    assertThat(second.values()).hasSize(1);
    assertThat(first.values()).doesNotContainAnyElementsOf(second.values());
    assertThat(world.found(ALICE, new GetWalletsPage(null, null)).values()).hasSize(3);
    assertThat(world.ask(ALICE, new GetWalletsPage(null, 0L)))
        .isEqualTo(new Answer.Denied(Refusal.SIZE_INVALID.with()));
    assertThat(world.ask(ALICE, new GetWalletsPage("nonsense", null)))
        .isEqualTo(new Answer.Denied(Refusal.CURSOR_INVALID.with()));
  }

  @Test
  void w18_a_key_for_a_profile_that_is_not_there_is_said_to_change_nothing() {
    assertThat(world.done(ISSUER, new UpdateUserPubKeyAsInserter(BOB.user(), "k", "user")).log())
        .isEqualTo("1. no profile has this id: nothing was changed");
  }
}
