package dev.idos.crypto;

import java.util.Optional;

/// A wallet that signs with `personal_sign`.
record EvmWalletKey(SecretBytes secret, Bytes sender) implements WalletKey {

  EvmWalletKey(SecretBytes secret) {
    this(secret, EvmAddress.of(Secp256k1.uncompressedPublicKey(secret)));
  }

  @Override
  public AuthScheme scheme() {
    return AuthScheme.SECP256K1_EP;
  }

  @Override
  public Bytes sign(Bytes message) {
    return Eip191.sign(secret, message);
  }

  @Override
  public WalletType walletType() {
    return WalletType.EVM;
  }

  @Override
  public String address() {
    return EvmAddress.checksummed(sender);
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.empty();
  }

  @Override
  public String proof(String message) {
    return "0x" + sign(Text.utf8(message)).hex();
  }
}
