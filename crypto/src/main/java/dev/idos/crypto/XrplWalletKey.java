package dev.idos.crypto;

import java.util.Locale;
import java.util.Optional;

/// An XRPL wallet with a key of either kind.
record XrplWalletKey(SecretBytes secret, Bytes sender) implements WalletKey {

  static XrplWalletKey ed25519(SecretBytes seed) {
    return new XrplWalletKey(
        seed, Bytes.concat(Bytes.of(Xrpl.ED25519_PREFIX), Ed25519.publicKey(seed)));
  }

  static XrplWalletKey secp256k1(SecretBytes secret) {
    return new XrplWalletKey(secret, Secp256k1.publicKey(secret));
  }

  @Override
  public AuthScheme scheme() {
    return AuthScheme.XRPL;
  }

  @Override
  public Bytes sign(Bytes message) {
    return Xrpl.isEd25519(sender)
        ? Ed25519.sign(secret, message)
        : Xrpl.der(Secp256k1.sign(secret, Hashes.sha512Half(message)));
  }

  @Override
  public WalletType walletType() {
    return WalletType.XRPL;
  }

  @Override
  public String address() {
    return XrplAddress.of(sender);
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of(sender.hex().toUpperCase(Locale.ROOT));
  }

  @Override
  public String proof(String message) {
    return sign(Text.utf8(message)).hex().toUpperCase(Locale.ROOT);
  }
}
