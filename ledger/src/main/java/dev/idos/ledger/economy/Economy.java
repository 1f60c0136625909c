package dev.idos.ledger.economy;

import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.EconomyAction;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.EconomyQuery;
import dev.idos.protocol.value.DataType;
import java.math.BigInteger;
import java.util.Optional;

/// Allowances, as in the original, and the refusal of everything that needs tokens.
public final class Economy {

  /// 1.2 units of gas of 10^18 each, what the demonstration action costs.
  private static final BigInteger GAS_PRICE =
      BigInteger.TEN.pow(17).multiply(BigInteger.valueOf(12));

  private static final Shape<BigInteger> ALLOWANCE =
      Shape.<BigInteger>empty().with("gas_allowance", DataType.NUMERIC_78, allowance -> allowance);

  private static final Shape<BigInteger> FEE =
      Shape.<BigInteger>empty().with("issuer_fee", DataType.NUMERIC_78, fee -> fee);

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(EconomyAction action, Execution execution) {
    return switch (action) {
      case EconomyAction.ActionCostingGas _ -> costGas(execution);
      case EconomyAction.RequestWithdrawal _,
          EconomyAction.ActionCostingIdosToken _,
          EconomyAction.ActionCostingFee _,
          EconomyAction.RequestBalanceWithdrawal _ ->
          Optional.of(Refusal.ECONOMY_NOT_ENABLED.with());
    };
  }

  /// Answers a question. No action ever sets a fee, so every id has none, known or not.
  public Answer answer(EconomyQuery query, View view) {
    return switch (query) {
      case EconomyQuery.GetAllowance _ ->
          ALLOWANCE.one(user(view.caller(), view.rows()).map(User::gasAllowance));
      case EconomyQuery.GetIssuerFee _ -> FEE.one(BigInteger.ZERO);
      case EconomyQuery.CheckBalance _, EconomyQuery.GetWalletWithBalance _ ->
          new Answer.Denied(Refusal.ECONOMY_NOT_ENABLED.with());
    };
  }

  /// Whose allowance pays is decided by the strict rule, so that nobody can stop another's actions
  /// by claiming its address (W11). Who has no profile has no allowance and pays nothing.
  private static Optional<Refused> costGas(Execution execution) {
    Optional<User> user = user(execution.caller(), execution.rows());
    if (user.isEmpty()) {
      return Optional.empty();
    }
    BigInteger left = user.get().gasAllowance().subtract(GAS_PRICE);
    if (left.signum() < 0) {
      return Optional.of(Refusal.ECONOMY_NOT_ENABLED.with());
    }
    execution.rows().put(Users.USERS, user.get().withAllowance(left));
    return Optional.empty();
  }

  private static Optional<User> user(Caller caller, Reader rows) {
    return Wallets.userOf(caller, rows).open().flatMap(id -> Users.find(id, rows));
  }
}
