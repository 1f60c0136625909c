package dev.idos.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/// The encryption key of a user, made from a password and the user id with scrypt.
///
/// The letters of the user id are salt as they stand: another case is another key.
public final class PasswordKey {

  private static final int N = 16_384;
  private static final int N_OF_VERSION_0 = 128;
  private static final int R = 8;
  private static final int P = 1;

  private static final Pattern UUID_V4 =
      Pattern.compile(
          "[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}",
          Pattern.CASE_INSENSITIVE);

  private PasswordKey() {}

  /// The key by today's version, 0.1.
  ///
  /// @throws IllegalArgumentException if the user id is not a UUID of version 4
  public static EncryptionKey derive(String password, String userId) {
    return derive(password, userId, "0.1");
  }

  /// The key by a named version: `0.1`, or `0` for keys from before it.
  ///
  /// @throws IllegalArgumentException if there is no such version, or for the user id as above
  public static EncryptionKey derive(String password, String userId, String version) {
    int cost =
        switch (version) {
          case "0.1" -> N;
          case "0" -> N_OF_VERSION_0;
          default -> throw new IllegalArgumentException("Wrong KDF");
        };
    if (!UUID_V4.matcher(userId).matches()) {
      throw new IllegalArgumentException("Invalid salt");
    }
    byte[] secret =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    byte[] salt = userId.getBytes(StandardCharsets.UTF_8);
    byte[] key = SCrypt.generate(secret, salt, cost, R, P, EncryptionKey.LENGTH);
    try {
      return EncryptionKey.of(SecretBytes.copyOf(key));
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(key, (byte) 0);
    }
  }
}
