package dev.idos.cli.bench;

import dev.idos.cli.terminal.Screen;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.Wallet;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Many people, each with a wallet and a profile of their own.
record Crowd(List<Wallet> wallets) {

  private static final int AT_ONCE = 100;

  /// Has an issuer make the profiles, a hundred in a transaction.
  static Crowd gather(
      int size, Connected network, IssuerKeys issuer, SecureRandom random, Screen screen) {
    var session = network.signIn(issuer.wallet());
    var key = EncryptionKey.generate(random).publicKey().base64();
    var wallets = new ArrayList<Wallet>(size);
    while (wallets.size() < size) {
      screen.progress("profiles made: " + wallets.size() + " of " + size);
      var users = new ArrayList<AddUserAsInserter>();
      var proofs = new ArrayList<UpsertWalletAsInserter>();
      for (int i = Math.min(AT_ONCE, size - wallets.size()); i > 0; i--) {
        var wallet = Wallet.of(WalletKey.evm(Secp256k1.generate(random)));
        var user = new UserId(UUID.randomUUID());
        users.add(new AddUserAsInserter(user, key, ProfileRequest.BY_USER));
        proofs.add(proof(wallet, user));
        wallets.add(wallet);
      }
      session.executeAll(users);
      session.executeAll(proofs);
    }
    return new Crowd(wallets);
  }

  private static UpsertWalletAsInserter proof(Wallet wallet, UserId user) {
    var message = "idos bench: this wallet belongs to profile " + user;
    return new UpsertWalletAsInserter(
        new WalletId(UUID.randomUUID()),
        user,
        wallet.address(),
        wallet.publicKey().orElse(null),
        wallet.type().wireName(),
        message,
        wallet.proof(message));
  }

  int size() {
    return wallets.size();
  }

  /// Whose turn it is.
  Wallet at(int place) {
    return wallets.get(place % wallets.size());
  }
}
