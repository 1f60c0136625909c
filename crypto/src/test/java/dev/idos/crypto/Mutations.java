package dev.idos.crypto;

import java.util.Arrays;
import java.util.Random;

/// Random bytes, and bytes that are changed as a forger would, the same in every run.
final class Mutations {

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /// From 0 to below a number.
  int below(int bound) {
    return random.nextInt(bound);
  }

  Bytes bytes(int length) {
    var drawn = new byte[length];
    random.nextBytes(drawn);
    return Bytes.ofUnshared(drawn);
  }

  /// A value, in one call of three with something wrong: so one wrong thing meets right ones.
  Bytes mutated(Bytes value) {
    byte[] changed = value.toArray();
    int at = random.nextInt(changed.length);
    switch (random.nextInt(18)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) random.nextInt(256);
      case 2 -> changed[0] ^= 1;
      case 3 -> changed[changed.length - 1] ^= (byte) 0x80;
      case 4 -> Arrays.fill(changed, at, changed.length, (byte) 0);
      case 5 -> Arrays.fill(changed, 0, at, (byte) 0xff);
      default -> {}
    }
    return Bytes.ofUnshared(changed);
  }
}
