package dev.idos.ledger.economy;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.NORA;
import static dev.idos.ledger.People.OWNER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.WalletKey;
import dev.idos.ledger.InsecureTestKeys;
import dev.idos.ledger.Person;
import dev.idos.ledger.World;
import dev.idos.protocol.Caller;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.EconomyAction.ActionCostingFee;
import dev.idos.protocol.action.EconomyAction.ActionCostingGas;
import dev.idos.protocol.action.EconomyAction.ActionCostingIdosToken;
import dev.idos.protocol.action.EconomyAction.RequestBalanceWithdrawal;
import dev.idos.protocol.action.EconomyAction.RequestWithdrawal;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.EconomyQuery.CheckBalance;
import dev.idos.protocol.query.EconomyQuery.GetAllowance;
import dev.idos.protocol.query.EconomyQuery.GetIssuerFee;
import dev.idos.protocol.query.EconomyQuery.GetWalletWithBalance;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class EconomyTest {

  private static final CredentialId UNKNOWN = new CredentialId(World.id("unknown"));

  private final World world = new World();

  @Test
  void gas_is_taken_from_the_allowance_until_there_is_none() {
    world.profile(ALICE);
    world.done(ALICE, new ActionCostingGas());
    assertThat(world.value(ALICE, new GetAllowance()))
        .isEqualTo(new BigInteger("98800000000000000000"));
    for (int i = 0; i < 82; i++) {
      world.done(ALICE, new ActionCostingGas());
    }
    world.refused(Refusal.ECONOMY_NOT_ENABLED, ALICE, new ActionCostingGas());
    assertThat(world.found(STRANGER, new GetAllowance()).values()).isEmpty();
  }

  @Test
  void w11_nobody_stops_another_by_claiming_its_address() {
    world.profile(ALICE);
    var trap =
        new Person(
            "trap",
            WalletKey.near(InsecureTestKeys.seed("trap"), BOB.identifier(), new SecureRandom()));
    world.done(ALICE, World.furtherWallet(trap, World.PROOF));
    world.done(BOB, new ActionCostingGas());
    world.profile(BOB);
    world.done(BOB, new ActionCostingGas());
    assertThat(world.value(ALICE, new GetAllowance()))
        .isEqualTo(new BigInteger("100000000000000000000"));
  }

  @Test
  void what_needs_tokens_is_refused() {
    world.profile(ALICE);
    world.refused(Refusal.ECONOMY_NOT_ENABLED, ALICE, new RequestWithdrawal("IDOS"));
    world.refused(Refusal.ECONOMY_NOT_ENABLED, ALICE, new ActionCostingIdosToken(BigInteger.ONE));
    world.refused(Refusal.ECONOMY_NOT_ENABLED, ALICE, new ActionCostingFee(UNKNOWN));
    var owners = new RequestBalanceWithdrawal("IDOS", ALICE.identifier());
    world.refused(Refusal.OWNER_ONLY, ALICE, owners);
    world.refused(Refusal.ECONOMY_NOT_ENABLED, OWNER, owners);
    var denied = new Answer.Denied(Refusal.ECONOMY_NOT_ENABLED.with());
    assertThat(world.ask(Caller.NOBODY, new CheckBalance(ALICE.identifier(), "IDOS")))
        .isEqualTo(denied);
    assertThat(world.ask(ALICE, new GetWalletWithBalance("IDOS"))).isEqualTo(denied);
  }

  @Test
  void a_fee_look_up_answers_zero_for_whatever_id() {
    assertThat(world.value(NORA, new GetIssuerFee(UNKNOWN))).isEqualTo(BigInteger.ZERO);
  }
}
