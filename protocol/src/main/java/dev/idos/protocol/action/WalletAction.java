package dev.idos.protocol.action;

import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import org.jspecify.annotations.Nullable;

/// Wallets: each proves itself by a signature over a free text.
public sealed interface WalletAction extends Action {

  @Wire(value = "upsert_wallet_as_inserter", description = "Add a wallet to a user in idOS")
  record UpsertWalletAsInserter(
      WalletId id,
      UserId userId,
      String address,
      @Nullable String publicKey,
      String walletType,
      @MaxBytes(MaxBytes.PROOF) String message,
      @MaxBytes(4 * MaxBytes.PROOF) String signature)
      implements WalletAction {}

  @Wire(value = "add_wallet", description = "Add a wallet to idOS")
  record AddWallet(
      WalletId id,
      String address,
      @Nullable String publicKey,
      String walletType,
      @MaxBytes(MaxBytes.PROOF) String message,
      @MaxBytes(4 * MaxBytes.PROOF) String signature)
      implements WalletAction {}

  @Wire(value = "remove_wallet", description = "Remove a wallet from idOS")
  record RemoveWallet(WalletId id) implements WalletAction {}
}
