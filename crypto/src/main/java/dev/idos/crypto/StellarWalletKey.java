package dev.idos.crypto;

import java.util.Optional;

/// A Stellar wallet, bare or by SEP-53.
record StellarWalletKey(SecretBytes seed, boolean isSep53) implements WalletKey {

  @Override
  public AuthScheme scheme() {
    return isSep53 ? AuthScheme.SEP53 : AuthScheme.ED25519;
  }

  @Override
  public Bytes sender() {
    return isSep53 ? Text.utf8(address()) : Ed25519.publicKey(seed);
  }

  @Override
  public Bytes sign(Bytes message) {
    return Ed25519.sign(seed, isSep53 ? Sep53.digest(message) : message);
  }

  @Override
  public WalletType walletType() {
    return WalletType.STELLAR;
  }

  @Override
  public String address() {
    return StrKey.encode(Ed25519.publicKey(seed));
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of(Ed25519.publicKey(seed).hex());
  }

  @Override
  public String proof(String message) {
    return sign(Text.utf8(message)).hex();
  }
}
