package dev.idos.crypto;

import java.util.Locale;
import java.util.Optional;

/// How a caller proves who it is: the wire's authenticators (`kwil-protocol.md` §4).
public enum AuthScheme {
  /// EIP-191 `personal_sign`; sender is the 20 address bytes.
  SECP256K1_EP("secp256k1_ep"),
  /// Plain Ed25519; sender is the 32 key bytes.
  ED25519("ed25519"),
  /// NEAR NEP-413 container; sender is the 32 key bytes.
  NEP413("nep413"),
  /// XRPL key of either kind; sender is the 33 key bytes.
  XRPL("xrpl"),
  /// Stellar SEP-53; sender is the UTF-8 of the 56-character `G…` address.
  SEP53("sep53");

  private final String wireName;

  AuthScheme(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /// Finds a scheme by its wire name, in any case.
  public static Optional<AuthScheme> named(String wireName) {
    String lower = wireName.toLowerCase(Locale.ROOT);
    for (AuthScheme scheme : values()) {
      if (scheme.wireName.equals(lower)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }
}
