package dev.idos.crypto;

import java.util.Optional;

/// A wallet whose address is its Ed25519 key.
record FaceSignWalletKey(SecretBytes seed, Bytes sender) implements WalletKey {

  FaceSignWalletKey(SecretBytes seed) {
    this(seed, Ed25519.publicKey(seed));
  }

  @Override
  public AuthScheme scheme() {
    return AuthScheme.ED25519;
  }

  @Override
  public Bytes sign(Bytes message) {
    return Ed25519.sign(seed, message);
  }

  @Override
  public WalletType walletType() {
    return WalletType.FACESIGN;
  }

  @Override
  public String address() {
    return sender.hex();
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of(sender.hex());
  }

  @Override
  public String proof(String message) {
    return sign(Text.utf8(message)).hex();
  }
}
