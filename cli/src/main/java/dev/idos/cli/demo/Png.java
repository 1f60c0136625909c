package dev.idos.cli.demo;

import dev.idos.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes true-colour PNG pictures. The JDK's own writer needs the desktop libraries, which a
/// server may lack.
final class Png {

  private static final Bytes SIGNATURE = Bytes.ofHex("89504e470d0a1a0a");
  private static final byte BITS = 8;
  private static final byte TRUE_COLOUR = 2;

  private Png() {}

  /// What colour a point has, as 0xRRGGBB.
  @FunctionalInterface
  interface Painting {
    int at(int x, int y);
  }

  static Bytes of(int width, int height, Painting painting) {
    var pixels = ByteBuffer.allocate(height * (1 + 3 * width));
    for (int y = 0; y < height; y++) {
      pixels.put((byte) 0); // no filter
      for (int x = 0; x < width; x++) {
        int colour = painting.at(x, y);
        pixels.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
      }
    }
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(BITS).put(TRUE_COLOUR);
    return Bytes.concat(
        SIGNATURE,
        chunk("IHDR", header.array()),
        chunk("IDAT", deflate(pixels.array())),
        chunk("IEND", new byte[0]));
  }

  private static Bytes chunk(String type, byte[] data) {
    var typed = ByteBuffer.allocate(4 + data.length);
    typed.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    var check = new CRC32();
    check.update(typed.array());
    return Bytes.ofUnshared(
        ByteBuffer.allocate(12 + data.length)
            .putInt(data.length)
            .put(typed.array())
            .putInt((int) check.getValue())
            .array());
  }

  private static byte[] deflate(byte[] data) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(data);
      deflater.finish();
      var out = new ByteArrayOutputStream(data.length / 2);
      var buffer = new byte[64 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }
}
