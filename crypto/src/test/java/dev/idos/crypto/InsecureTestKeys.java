package dev.idos.crypto;

import java.security.SecureRandom;
import java.util.Random;

/// Keys that everybody knows: of the published vectors, never to be used outside of tests.
final class InsecureTestKeys {

  private InsecureTestKeys() {}

  static SecretBytes ofHex(String hex) {
    return SecretBytes.copyOf(Bytes.ofHex(hex).toArray());
  }

  /// 32 times the same byte.
  static SecretBytes repeated(int value) {
    return ofHex("%02x".formatted(value).repeat(32));
  }

  /// 00 01 02 … 1f.
  static SecretBytes counting() {
    return ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  }

  /// The well known first account of local EVM networks.
  static SecretBytes evm() {
    return ofHex("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
  }

  /// Numbers that are the same in every run.
  static SecureRandom predictable(long seed) {
    return new Predictable(seed);
  }

  private static final class Predictable extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final Random numbers;

    Predictable(long seed) {
      this.numbers = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      numbers.nextBytes(bytes);
    }
  }
}
