package dev.idos.cli.demo;

import dev.idos.crypto.Bytes;
import java.util.SplittableRandom;

/// Pictures for whoever brings none: drawn, not photographed, of nobody, and grainy like a
/// camera's, so that their sizes are those of real ones.
final class SamplePictures {

  private static final int PAPER = 0xE9EEF2;
  private static final int INK = 0x24384A;
  private static final int SKIN = 0xC99B7B;
  private static final int HAIR = 0x3A2A22;
  private static final int SHIRT = 0x2F6B57;
  private static final int WALL = 0xD9D4C8;

  private SamplePictures() {}

  /// The page of an identity document.
  static Bytes document() {
    var grain = new SplittableRandom(1);
    return Png.of(1400, 980, (x, y) -> grainy(page(x, y), grain));
  }

  /// A face in front of a wall.
  static Bytes selfie() {
    var grain = new SplittableRandom(2);
    return Png.of(900, 1100, (x, y) -> grainy(face(x - 450, y - 520, 300, WALL), grain));
  }

  /// A bill with an address on it.
  static Bytes bill() {
    return Png.of(700, 990, (x, y) -> isTextLine(x - 70, y - 90, 560) ? INK : 0xFFFFFF);
  }

  private static int page(int x, int y) {
    if (x > 80 && x < 460 && y > 200 && y < 700) {
      return face(x - 270, y - 440, 130, 0xC4CED6);
    }
    if (isTextLine(x - 540, y - 220, 760) && y < 700) {
      return INK;
    }
    if (y > 790 && y < 900 && x > 80 && x < 1320 && (x / 14 + (y - 790) / 55 * 7) % 3 != 0) {
      return (y - 790) % 55 < 32 ? INK : PAPER;
    }
    double wave = Math.sin(x / 37.0) * 40 + Math.sin((x + y) / 91.0) * 25;
    return Math.floorMod((int) (y + wave), 24) < 2 ? 0xB9CBD8 : PAPER;
  }

  private static int face(int x, int y, int radius, int ground) {
    if (isInside(x, y, radius * 2 / 3, radius)) {
      boolean eye = isInside(Math.abs(x) - radius / 4, y + radius / 8, radius / 12, radius / 16);
      boolean mouth = isInside(x, y - radius / 2, radius / 4, radius / 20);
      return eye || mouth ? HAIR : y < -radius * 3 / 5 ? HAIR : SKIN;
    }
    return isInside(x, y - radius * 2, radius * 5 / 4, radius) ? SHIRT : ground;
  }

  private static boolean isInside(int x, int y, int halfWidth, int halfHeight) {
    double across = (double) x / halfWidth;
    double down = (double) y / halfHeight;
    return across * across + down * down < 1;
  }

  /// Lines of text seen from afar: bars of different lengths.
  private static boolean isTextLine(int x, int y, int width) {
    if (x < 0 || y < 0) {
      return false;
    }
    int line = y / 60;
    return y % 60 < 18 && x < width * (5 + line * 7 % 5) / 10 && x % 26 < 20;
  }

  private static int grainy(int colour, SplittableRandom grain) {
    int noise = grain.nextInt(13) - 6;
    return channel(colour >> 16, noise) << 16
        | channel(colour >> 8, noise) << 8
        | channel(colour, noise);
  }

  private static int channel(int value, int noise) {
    return Math.clamp((value & 0xff) + noise, 0, 255);
  }
}
