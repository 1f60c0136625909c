package dev.idos.protocol.rpc;

import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Takes bytes up to a limit and hands them over once.
final class BoundedBuffer extends OutputStream {

  private final int limit;
  private byte[] bytes = new byte[8 * 1024];
  private int length;

  BoundedBuffer(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(int value) throws IOException {
    makeRoom(1);
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int from, int count) throws IOException {
    makeRoom(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /// What was written. The buffer is of no use afterwards.
  Bytes toBytes() {
    return Bytes.ofUnshared(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }

  private void makeRoom(int count) throws IOException {
    if (count > limit - length) {
      throw new PayloadTooLargeException(limit);
    }
    if (length + count > bytes.length) {
      int doubled = (int) Math.min(limit, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(doubled, length + count));
    }
  }
}
