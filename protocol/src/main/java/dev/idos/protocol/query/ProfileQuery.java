package dev.idos.protocol.query;

import dev.idos.protocol.UserId;
import dev.idos.protocol.action.Wire;
import org.jspecify.annotations.Nullable;

/// Views of profiles and wallets.
public sealed interface ProfileQuery extends Query {

  @Wire("get_user")
  record GetUser() implements ProfileQuery {}

  @Wire("get_user_as_inserter")
  record GetUserAsInserter(UserId id) implements ProfileQuery {}

  @Wire("get_wallets")
  record GetWallets() implements ProfileQuery {}

  @Wire(value = "get_wallets_page", additive = true)
  record GetWalletsPage(@Nullable String after, @Nullable Long size) implements ProfileQuery {}

  @Wire("has_profile")
  record HasProfile(String address) implements ProfileQuery {}
}
