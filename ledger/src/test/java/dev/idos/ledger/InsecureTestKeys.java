package dev.idos.ledger;

import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Utf8;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Wallets whose secrets are the hashes of names. Anybody can make them: for tests only.
public final class InsecureTestKeys {

  private InsecureTestKeys() {}

  /// The secret that belongs to a name.
  public static SecretBytes seed(String name) {
    return SecretBytes.copyOf(Sha256.of(Utf8.encode("insecure test key " + name)).toArray());
  }

  static Person evm(String name) {
    return new Person(name, WalletKey.evm(seed(name)));
  }

  static Person ed25519(String name) {
    return new Person(name, WalletKey.faceSign(seed(name)));
  }

  static Person nearImplicit(String name) {
    return new Person(name, WalletKey.near(seed(name), numbers()));
  }

  static Person nearNamed(String name, String account) {
    return new Person(name, WalletKey.near(seed(name), account, numbers()));
  }

  static Person xrplEd25519(String name) {
    return new Person(name, WalletKey.xrplEd25519(seed(name)));
  }

  static Person xrplSecp256k1(String name) {
    return new Person(name, WalletKey.xrplSecp256k1(seed(name)));
  }

  static Person stellarRaw(String name) {
    return new Person(name, WalletKey.stellarRaw(seed(name)));
  }

  static Person stellarSep53(String name) {
    return new Person(name, WalletKey.stellarSep53(seed(name)));
  }

  /// The same numbers in every run.
  private static SecureRandom numbers() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(1);
      return random;
    } catch (NoSuchAlgorithmException impossible) {
      throw new ImpossibleState("every JDK has SHA1PRNG", impossible);
    }
  }
}
