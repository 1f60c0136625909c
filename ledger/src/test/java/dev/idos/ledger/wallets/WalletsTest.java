package dev.idos.ledger.wallets;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.FRIDA;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.NILS;
import static dev.idos.ledger.People.NORA;
import static dev.idos.ledger.People.RIVAL;
import static dev.idos.ledger.People.STELLA;
import static dev.idos.ledger.People.STEN;
import static dev.idos.ledger.People.STRANGER;
import static dev.idos.ledger.People.XAVER;
import static dev.idos.ledger.People.XENIA;
import static dev.idos.ledger.World.PROOF;
import static dev.idos.ledger.World.firstWallet;
import static dev.idos.ledger.World.furtherWallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.StrKey;
import dev.idos.ledger.Person;
import dev.idos.ledger.World;
import dev.idos.ledger.store.Change;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.LeaveProfile;
import dev.idos.protocol.action.UserAction.RemoveUser;
import dev.idos.protocol.action.WalletAction.AddWallet;
import dev.idos.protocol.action.WalletAction.RemoveWallet;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.query.ProfileQuery.GetUser;
import dev.idos.protocol.query.ProfileQuery.GetWallets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalletsTest {

  private final World world = new World();

  @Test
  void every_kind_of_wallet_holds_a_profile() {
    for (Person person : List.of(ALICE, NORA, NILS, XENIA, XAVER, STELLA, STEN, FRIDA)) {
      UserId user = world.profile(person);
      assertThat(world.value(person, new GetUser())).as(person.name()).isEqualTo(user.value());
    }
  }

  @Test
  void a_second_wallet_of_another_chain_opens_the_same_profile() {
    UserId user = world.profile(ALICE);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.done(NORA, furtherWallet(XENIA, PROOF));
    assertThat(world.value(XENIA, new GetUser())).isEqualTo(user.value());
    assertThat(world.found(ALICE, new GetWallets()).values()).hasSize(3);
  }

  @Test
  void a_wallet_without_a_proof_is_invalid() {
    world.profile(ALICE);
    AddWallet honest = furtherWallet(BOB, PROOF);
    var otherText =
        new AddWallet(
            honest.id(),
            honest.address(),
            honest.publicKey(),
            honest.walletType(),
            honest.message() + ".",
            honest.signature());
    world.refused(Refusal.WALLET_INVALID, ALICE, otherText);
    world.refused(Refusal.PROFILE_NOT_FOUND, STRANGER, honest);
    world.done(ALICE, honest);
  }

  @Test
  void only_the_five_types_are_wallets() {
    world.profile(ALICE);
    AddWallet bob = furtherWallet(BOB, PROOF);
    var unknown =
        new AddWallet(
            bob.id(), bob.address(), bob.publicKey(), "evm", bob.message(), bob.signature());
    world.refused(Refusal.WALLET_TYPE_UNSUPPORTED, ALICE, unknown);
  }

  @Test
  void w01_an_inserter_attaches_the_first_wallet_of_its_own_profile_only() {
    world.done(ISSUER, new AddUserAsInserter(ALICE.user(), "key", "user"));
    world.refused(Refusal.INSERTER_UNAUTHORIZED, RIVAL, firstWallet(ALICE, ALICE.user(), PROOF));
    world.done(ISSUER, firstWallet(ALICE, ALICE.user(), PROOF));
    world.refused(Refusal.INSERTER_UNAUTHORIZED, ISSUER, firstWallet(BOB, ALICE.user(), PROOF));
    assertThat(world.found(ALICE, new GetWallets()).values()).hasSize(1);
  }

  @Test
  void w01_an_inserter_moves_or_overwrites_no_wallet() {
    UserId alice = world.profile(ALICE);
    world.done(ISSUER, new AddUserAsInserter(BOB.user(), "key", "user"));
    UpsertWalletAsInserter bob = firstWallet(BOB, BOB.user(), PROOF);
    var ontoAlices =
        new UpsertWalletAsInserter(
            ALICE.walletId(),
            BOB.user(),
            bob.address(),
            bob.publicKey(),
            bob.walletType(),
            bob.message(),
            bob.signature());
    world.refused(Refusal.WALLET_ID_EXISTS, ISSUER, ontoAlices);
    world.refused(Refusal.WALLET_ADDRESS_EXISTS, ISSUER, firstWallet(ALICE, BOB.user(), PROOF));
    assertThat(world.value(ALICE, new GetUser())).isEqualTo(alice.value());
  }

  @Test
  void w01_the_identical_upsert_succeeds_without_effect() {
    UserId alice = world.profile(ALICE);
    var before = world.root();
    Receipt receipt = world.done(ISSUER, firstWallet(ALICE, alice, PROOF));
    assertThat(receipt.log()).isEqualTo("1. the wallet is there already: nothing was changed");
    assertThat(world.root()).isNotEqualTo(before); // the nonce, and nothing else
    assertThat(world.found(ALICE, new GetWallets()).values()).hasSize(1);
  }

  @Test
  void w01_a_profile_that_had_a_wallet_is_not_handed_on_when_the_last_one_left() {
    UserId alice = world.profile(ALICE);
    world.done(ALICE, new LeaveProfile(ALICE.walletId()));
    world.refused(Refusal.INSERTER_UNAUTHORIZED, ISSUER, firstWallet(BOB, alice, PROOF));
  }

  @Test
  void w02_a_proof_stays_with_the_first_profile_it_was_used_for() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.done(ALICE, new RemoveWallet(NORA.walletId()));
    world.refused(Refusal.WALLET_INVALID, BOB, furtherWallet(NORA, PROOF));
    world.done(BOB, furtherWallet(NORA, PROOF + " again"));
  }

  @Test
  void w02_the_same_person_may_present_a_proof_again() {
    world.profile(ALICE);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.done(ALICE, new RemoveWallet(NORA.walletId()));
    world.done(ALICE, furtherWallet(NORA, PROOF));
  }

  @Test
  void w02_another_spelling_of_the_signature_is_the_same_proof() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, furtherWallet(FRIDA, PROOF));
    world.done(ALICE, new RemoveWallet(FRIDA.walletId()));
    AddWallet frida = furtherWallet(FRIDA, PROOF);
    var shouting =
        new AddWallet(
            frida.id(),
            frida.address().toUpperCase(Locale.ROOT),
            frida.address().toUpperCase(Locale.ROOT),
            frida.walletType(),
            frida.message(),
            frida.signature().toUpperCase(Locale.ROOT));
    world.refused(Refusal.WALLET_INVALID, BOB, shouting);
    world.done(ALICE, shouting);
  }

  @Test
  void w02_the_same_key_as_another_type_is_the_same_proof() {
    Person stellar = new Person("stella", STELLA.wallet());
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, furtherWallet(stellar, PROOF));
    world.done(ALICE, new RemoveWallet(stellar.walletId()));
    String key = STELLA.wallet().sender().hex();
    var asFaceSign =
        new AddWallet(
            stellar.walletId(), key, key, "FaceSign", PROOF, STELLA.wallet().proof(PROOF));
    world.refused(Refusal.WALLET_INVALID, BOB, asFaceSign);
  }

  @Test
  void w02_a_profile_that_is_gone_frees_its_proofs_for_a_new_profile_only() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, new RemoveUser());
    world.refused(Refusal.WALLET_INVALID, BOB, furtherWallet(ALICE, PROOF));
    var afresh = new UserId(World.id("alice afresh"));
    world.done(ISSUER, new AddUserAsInserter(afresh, "new key", "user"));
    world.done(ISSUER, firstWallet(ALICE, afresh, PROOF));
    assertThat(world.value(ALICE, new GetUser())).isEqualTo(afresh.value());
  }

  @Test
  void w19_a_wallet_belongs_to_one_profile() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(BOB, furtherWallet(NORA, PROOF));
    AddWallet mine = furtherWallet(NORA, PROOF + "!");
    var otherId =
        new AddWallet(
            new WalletId(World.id("other")),
            mine.address(),
            mine.publicKey(),
            mine.walletType(),
            mine.message(),
            mine.signature());
    world.refused(Refusal.WALLET_KEY_EXISTS, ALICE, otherId);
    AddWallet evm = furtherWallet(ALICE, PROOF + "!");
    world.refused(
        Refusal.WALLET_ADDRESS_EXISTS,
        BOB,
        new AddWallet(
            new WalletId(World.id("another")),
            evm.address().toLowerCase(Locale.ROOT),
            null,
            evm.walletType(),
            evm.message(),
            evm.signature()));
  }

  @Test
  void w19_a_caller_of_two_profiles_is_refused_whatever_it_asks() {
    world.profile(STELLA);
    world.profile(BOB);
    Wallet stella = Wallets.of(STELLA.user(), world.rows()).getFirst();
    // No action makes such a row; a caller that matches two profiles must still guess nothing.
    String other =
        stella.identifier().startsWith("G") ? stella.key().hex() : StrKey.encode(stella.key());
    Wallet bobs = Wallets.of(BOB.user(), world.rows()).getFirst();
    var twin =
        new Wallet(
            bobs.id(),
            bobs.user(),
            bobs.address(),
            bobs.publicKey(),
            bobs.type(),
            bobs.message(),
            bobs.signature(),
            bobs.inserter(),
            other,
            other,
            bobs.key(),
            true);
    world
        .rows()
        .apply(
            List.of(
                new Change<>(
                    Wallets.WALLETS,
                    Wallets.WALLETS.key(bobs),
                    Optional.of(bobs),
                    Optional.of(twin))),
            List.of());
    assertThat(Wallets.userOf(STELLA.caller(), world.rows())).isEqualTo(new Owner.Several());
    world.refused(Refusal.CALLER_AMBIGUOUS, STELLA, furtherWallet(FRIDA, PROOF));
    assertThat(world.found(STELLA, new GetUser()).values()).isEmpty();
  }

  @Test
  void w20_an_empty_key_is_no_key() {
    world.profile(ALICE);
    AddWallet frida = furtherWallet(FRIDA, PROOF);
    var keyless =
        new AddWallet(
            frida.id(), frida.address(), "", frida.walletType(), PROOF, frida.signature());
    world.refused(Refusal.WALLET_KEY_MISSING, ALICE, keyless);
    AddWallet bob = furtherWallet(BOB, PROOF);
    world.done(
        ALICE,
        new AddWallet(bob.id(), bob.address(), "", bob.walletType(), PROOF, bob.signature()));
    assertThat(Wallets.walletOf(BOB.identifier(), world.rows()).orElseThrow().publicKey())
        .isEmpty();
  }

  @Test
  void w22_an_identifier_names_the_same_wallet_on_every_node() {
    world.profile(ALICE);
    String address = ALICE.identifier();
    assertThat(Wallets.walletOf(address.toLowerCase(Locale.ROOT), world.rows()))
        .isEqualTo(Wallets.walletOf(address, world.rows()))
        .isPresent();
    assertThat(Wallets.walletOf(STRANGER.identifier(), world.rows())).isEmpty();
  }

  @Test
  void w30_a_stellar_wallet_is_found_by_its_key_and_by_its_address() {
    UserId user = world.profile(STELLA);
    String address = StrKey.encode(STELLA.wallet().sender());
    var bySep53 = new Caller(AuthScheme.SEP53, Utf8.encode(address), address);
    var byKey =
        new Caller(AuthScheme.ED25519, STELLA.wallet().sender(), STELLA.wallet().sender().hex());
    assertThat(Wallets.userOf(bySep53, world.rows())).isEqualTo(new Owner.One(user));
    assertThat(Wallets.userOf(byKey, world.rows())).isEqualTo(new Owner.One(user));
  }

  @Test
  void w32_an_inserter_learns_nothing_about_the_profile_of_another() {
    world.profile(ALICE);
    world.profile(BOB);
    world.refused(Refusal.INSERTER_UNAUTHORIZED, RIVAL, firstWallet(ALICE, BOB.user(), PROOF));
    world.refused(Refusal.INSERTER_UNAUTHORIZED, RIVAL, firstWallet(FRIDA, BOB.user(), PROOF));
  }

  @Test
  void w32_an_unauthorised_caller_learns_nothing_from_an_upsert() {
    UserId alice = world.profile(ALICE);
    UpsertWalletAsInserter taken = firstWallet(ALICE, alice, PROOF);
    var wrong =
        new UpsertWalletAsInserter(
            taken.id(), alice, taken.address(), null, "nothing", "no text", "no signature");
    world.refused(Refusal.INSERTER_UNAUTHORIZED, STRANGER, taken);
    world.refused(Refusal.INSERTER_UNAUTHORIZED, STRANGER, wrong);
  }

  @Test
  void w18_removing_a_strangers_wallet_succeeds_and_says_that_nothing_happened() {
    world.profile(ALICE);
    world.profile(BOB);
    String nothing = "1. no wallet of the caller has this id: nothing was removed";
    assertThat(world.done(ALICE, new RemoveWallet(BOB.walletId())).log()).isEqualTo(nothing);
    assertThat(world.done(STRANGER, new RemoveWallet(BOB.walletId())).log()).isEqualTo(nothing);
    assertThat(world.found(BOB, new GetWallets()).values()).hasSize(1);
  }

  @Test
  void the_connected_wallet_is_not_removed() {
    world.profile(ALICE);
    world.done(ALICE, furtherWallet(NORA, PROOF));
    world.refused(Refusal.WALLET_CONNECTED, ALICE, new RemoveWallet(ALICE.walletId()));
    world.done(NORA, new RemoveWallet(ALICE.walletId()));
    assertThat(world.found(ALICE, new GetUser()).values()).isEmpty();
  }

  @Test
  void a_stored_wallet_reads_back_as_it_was() {
    for (Person person : List.of(ALICE, NORA, XENIA)) {
      world.profile(person);
      Wallet wallet = Wallets.of(person.user(), world.rows()).getFirst();
      assertThat(Wallets.WALLETS.read(Wallets.WALLETS.fields(wallet))).isEqualTo(wallet);
    }
  }

  @Test
  void the_senders_of_a_wallet_are_those_of_its_transactions() {
    for (Person person : List.of(ALICE, NORA, NILS, XENIA, XAVER, STELLA, STEN, FRIDA)) {
      world.profile(person);
      Wallet wallet = Wallets.of(person.user(), world.rows()).getFirst();
      assertThat(Wallets.sendersOf(wallet)).as(person.name()).contains(person.wallet().sender());
    }
  }
}
