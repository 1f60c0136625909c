package dev.idos.node;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;

/// Keys that everybody knows, never to be used outside of tests.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  /// 32 times the same byte.
  static SecretBytes repeated(int value) {
    return SecretBytes.copyOf(Bytes.ofHex("%02x".formatted(value).repeat(32)).toArray());
  }
}
