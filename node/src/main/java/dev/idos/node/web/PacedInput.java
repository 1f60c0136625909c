package dev.idos.node.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that must arrive at a decent pace and never be longer than announced: whoever drips bytes
/// would hold memory that others need.
final class PacedInput extends FilterInputStream {

  private final SlowClients slowClients;
  private final Pace pace;
  private long left;

  PacedInput(InputStream body, long length, SlowClients slowClients) {
    super(body);
    this.left = length;
    this.slowClients = slowClients;
    this.pace = new Pace(slowClients);
  }

  /// Starts the time; the thread that calls is the one that reads.
  PacedInput begin() {
    if (left > 0) {
      pace.begin();
    }
    return this;
  }

  /// Whether all of it was read.
  boolean isWhole() {
    return left == 0;
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
    pace.moved(count);
    if (left == 0) {
      slowClients.done();
    }
    return count;
  }
}
