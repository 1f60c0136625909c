package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// A wallet that signs NEP-413 containers for the recipient `idos.network`.
record NearWalletKey(SecretBytes seed, String address, SecureRandom random) implements WalletKey {

  private static final String RECIPIENT = "idos.network";

  @Override
  public AuthScheme scheme() {
    return AuthScheme.NEP413;
  }

  @Override
  public Bytes sender() {
    return Ed25519.publicKey(seed);
  }

  @Override
  public Bytes sign(Bytes message) {
    var nonce = new byte[32];
    random.nextBytes(nonce);
    return new Nep413(message, Bytes.ofUnshared(nonce), RECIPIENT, Optional.empty()).signWith(seed);
  }

  @Override
  public WalletType walletType() {
    return WalletType.NEAR;
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of(NearKey.text(sender()));
  }

  /// Upper-case hex, as the SDK writes it.
  @Override
  public String proof(String message) {
    return sign(Text.utf8(message)).hex().toUpperCase(Locale.ROOT);
  }
}
