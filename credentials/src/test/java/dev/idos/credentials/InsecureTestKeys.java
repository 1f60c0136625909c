package dev.idos.credentials;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;

/// Keys everybody knows.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  /// 32 times the same byte.
  static SecretBytes seed(int value) {
    return SecretBytes.copyOf(Bytes.ofHex("%02x".formatted(value).repeat(32)).toArray());
  }
}
