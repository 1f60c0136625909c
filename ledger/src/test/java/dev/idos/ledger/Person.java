package dev.idos.ledger;

import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Caller;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import java.util.Optional;

/// Somebody in the tests, with the wallet it acts by.
public record Person(String name, WalletKey wallet) {

  /// The profile a test makes for this person.
  public UserId user() {
    return new UserId(World.id("user " + name));
  }

  /// The id under which this person's wallet is added.
  public WalletId walletId() {
    return new WalletId(World.id("wallet " + name));
  }

  /// This person, logged in.
  public Caller caller() {
    return new Caller(wallet.scheme(), wallet.sender(), wallet.caller());
  }

  /// The identifier others name this person by.
  public String identifier() {
    return wallet.caller();
  }

  /// The key beside the address, for kinds of wallet that have one.
  public Optional<String> publicKey() {
    return wallet.publicKey();
  }
}
