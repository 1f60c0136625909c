package dev.idos.systemtests.storage;

import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Utf8;

/// Keys for tests, made from names: anybody can make them again.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  static SecretBytes seed(String name) {
    return SecretBytes.copyOf(Sha256.of(Utf8.encode("test key of " + name)).toArray());
  }

  static WalletKey evm(String name) {
    return WalletKey.evm(seed(name));
  }
}
