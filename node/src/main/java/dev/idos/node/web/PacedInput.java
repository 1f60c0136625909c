package dev.idos.node.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// A body that must arrive at a decent pace and never be longer than announced: whoever drips bytes
/// would hold memory that others need.
final class PacedInput extends FilterInputStream {

  private static final long GRACE_NANOS = 30_000_000_000L;
  private static final long BYTES_PER_SECOND = 128 * 1024;

  private final LongSupplier nanoTime;
  private final long started;
  private long left;
  private long read;

  PacedInput(InputStream body, long length, LongSupplier nanoTime) {
    super(body);
    this.left = length;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = super.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new IOException("the body is shorter than announced");
    }
    left -= count;
    read += count;
    long allowed = GRACE_NANOS + read / BYTES_PER_SECOND * 1_000_000_000L;
    if (nanoTime.getAsLong() - started > allowed) {
      throw new IOException("the body arrives too slowly");
    }
    return count;
  }
}
