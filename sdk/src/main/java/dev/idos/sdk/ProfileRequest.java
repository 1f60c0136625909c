package dev.idos.sdk;

import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.PasswordKey;
import dev.idos.protocol.UserId;
import java.util.UUID;

/// What a person's client hands to an issuer so that it can make the profile: an id chosen here,
/// and the wallet's statement about the key.
public record ProfileRequest(UserId id, KeyStatement key, String passwordStore) {

  /// The password is kept by the person.
  public static final String BY_USER = "user";

  /// The password is kept by key-share operators.
  public static final String BY_OPERATORS = "mpc";

  /// Chooses an id, derives the key from the password, and lets the wallet sign for both.
  public static ProfileRequest make(Wallet wallet, String password, String chainId) {
    var id = new UserId(UUID.randomUUID());
    try (EncryptionKey key = PasswordKey.derive(password, id.toString())) {
      return new ProfileRequest(id, KeyStatement.ofProfile(id, key, wallet, chainId), BY_USER);
    }
  }
}
