package dev.idos.consensus;

import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Utf8;

/// Wallets for tests, made from their names: anybody can make them again.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  static WalletKey of(String name) {
    return WalletKey.faceSign(
        SecretBytes.copyOf(Sha256.of(Utf8.encode("test key of " + name)).toArray()));
  }
}
