package dev.idos.protocol.query;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.action.Wire;

/// Views of balances, allowances and fees.
public sealed interface EconomyQuery extends Query {

  @Wire("check_balance")
  record CheckBalance(String address, String token) implements EconomyQuery {}

  @Wire("get_wallet_with_balance")
  record GetWalletWithBalance(String token) implements EconomyQuery {}

  @Wire("get_allowance")
  record GetAllowance() implements EconomyQuery {}

  @Wire("get_issuer_fee")
  record GetIssuerFee(CredentialId credentialId) implements EconomyQuery {}
}
