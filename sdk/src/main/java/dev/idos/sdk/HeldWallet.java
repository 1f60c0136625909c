package dev.idos.sdk;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletKey;
import dev.idos.crypto.WalletType;
import java.util.Optional;

/// A wallet whose key is held in this program. Not a record: a record would print the key's
/// parts.
final class HeldWallet implements Wallet {

  private final WalletKey key;

  HeldWallet(WalletKey key) {
    this.key = key;
  }

  @Override
  public AuthScheme scheme() {
    return key.scheme();
  }

  @Override
  public Bytes sender() {
    return key.sender();
  }

  @Override
  public Bytes sign(Bytes message) {
    return key.sign(message);
  }

  @Override
  public WalletType type() {
    return key.walletType();
  }

  @Override
  public String address() {
    return key.address();
  }

  @Override
  public Optional<String> publicKey() {
    return key.publicKey();
  }

  @Override
  public String proof(String text) {
    return key.proof(text);
  }

  @Override
  public String identifier() {
    return type() == WalletType.STELLAR ? address() : key.caller();
  }

  @Override
  public String toString() {
    return type().wireName() + " wallet";
  }
}
