package dev.idos.protocol.action;

import dev.idos.protocol.CredentialId;
import java.math.BigInteger;

/// Tokens and fees. All but [ActionCostingGas] refuse while there is no economy network
/// (`wire.md` §5).
public sealed interface EconomyAction extends Action {

  @Wire(value = "request_withdrawal", description = "Request a withdrawal")
  record RequestWithdrawal(String token) implements EconomyAction {}

  @Wire(value = "action_costing_gas", description = "An action costing gas")
  record ActionCostingGas() implements EconomyAction {}

  @Wire(value = "action_costing_idos_token", description = "An action costing IDOS tokens")
  record ActionCostingIdosToken(BigInteger amount) implements EconomyAction {}

  @Wire(value = "action_costing_fee", description = "An action costing an issuer's fee")
  record ActionCostingFee(CredentialId credentialId) implements EconomyAction {}

  @Wire(
      value = "request_balance_withdrawal",
      ownerOnly = true,
      description = "Withdraw the balance of the network")
  record RequestBalanceWithdrawal(String token, String evmAddressTo) implements EconomyAction {}
}
