package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/// A wallet that can sign: the private side of what [WalletSignatures] and [WalletProofs] check.
public sealed interface WalletKey
    permits EvmWalletKey, NearWalletKey, XrplWalletKey, StellarWalletKey, FaceSignWalletKey {

  /// An EVM wallet of a secp256k1 key.
  static WalletKey evm(SecretBytes secret) {
    return new EvmWalletKey(secret);
  }

  /// A NEAR wallet whose account is its key. The random numbers are for the nonces it signs.
  static WalletKey near(SecretBytes seed, SecureRandom random) {
    return new NearWalletKey(seed, Ed25519.publicKey(seed).hex(), random);
  }

  /// A NEAR wallet with a named account, such as `alice.near`.
  static WalletKey near(SecretBytes seed, String account, SecureRandom random) {
    return new NearWalletKey(seed, account, random);
  }

  /// An XRPL wallet with an Ed25519 key (`ED…`).
  static WalletKey xrplEd25519(SecretBytes seed) {
    return XrplWalletKey.ed25519(seed);
  }

  /// An XRPL wallet with a secp256k1 key (`02…` or `03…`).
  static WalletKey xrplSecp256k1(SecretBytes secret) {
    return XrplWalletKey.secp256k1(secret);
  }

  /// A Stellar wallet that signs texts bare, as the SDK makes it; its scheme is `ed25519`.
  static WalletKey stellarRaw(SecretBytes seed) {
    return new StellarWalletKey(seed, false);
  }

  /// A Stellar wallet that signs by SEP-53, as browser wallets do today.
  static WalletKey stellarSep53(SecretBytes seed) {
    return new StellarWalletKey(seed, true);
  }

  /// A FaceSign wallet; also any issuer or consumer with a plain Ed25519 key.
  static WalletKey faceSign(SecretBytes seed) {
    return new FaceSignWalletKey(seed);
  }

  /// How it authenticates transactions, logins and calls.
  AuthScheme scheme();

  /// The sender bytes that go with the scheme.
  Bytes sender();

  /// Signs a transaction, login or call.
  Bytes sign(Bytes message);

  /// What kind of wallet it is added as.
  WalletType walletType();

  /// The address it is added under.
  String address();

  /// The public key that goes beside the address, for kinds that have one.
  Optional<String> publicKey();

  /// Signs a text the way this wallet proves itself and signs grant papers.
  String proof(String message);

  /// The `@caller` text that the network sees.
  default String caller() {
    return WalletSignatures.callerText(scheme(), sender()).orElseThrow();
  }
}
