package dev.idos.sdk;

import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import java.util.Arrays;

/// Keys for tests, known to everybody.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  static SecretBytes seed(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return SecretBytes.copyOf(seed);
  }

  static Wallet evm(int value) {
    return Wallet.of(WalletKey.evm(seed(value)));
  }

  static Wallet faceSign(int value) {
    return Wallet.of(WalletKey.faceSign(seed(value)));
  }
}
