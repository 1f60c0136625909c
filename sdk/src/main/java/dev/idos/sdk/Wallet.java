package dev.idos.sdk;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletKey;
import dev.idos.crypto.WalletType;
import java.util.Optional;

/// Whoever signs: a key held here, or a device or service that keeps its key to itself.
public interface Wallet {

  /// How it authenticates.
  AuthScheme scheme();

  /// The sender bytes of that scheme.
  Bytes sender();

  /// Signs a transaction or a login.
  Bytes sign(Bytes message);

  /// The kind of wallet it is added to a profile as.
  WalletType type();

  /// The address it is added under.
  String address();

  /// The public key that goes beside the address, for kinds that have one.
  Optional<String> publicKey();

  /// Signs a text in the form that proofs and grant papers carry.
  String proof(String text);

  /// What the network knows it by: grants name this, and write grants their owner.
  String identifier();

  /// A wallet whose key is held here.
  static Wallet of(WalletKey key) {
    return new HeldWallet(key);
  }
}
