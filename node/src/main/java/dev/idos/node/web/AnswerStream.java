package dev.idos.node.web;

import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Sends an answer whole when it is small, so that its length is known, and piece by piece when it
/// is large, so that it is in memory once.
final class AnswerStream extends OutputStream {

  private static final int LARGEST_WHOLE = 256 * 1024;

  private final ServerResponse response;
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream(1024);
  private OutputStream target = whole;

  AnswerStream(ServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    if (target == whole && whole.size() + count > LARGEST_WHOLE) {
      target = response.outputStream();
      whole.writeTo(target);
    }
    target.write(source, offset, count);
  }

  @Override
  public void close() throws IOException {
    if (target == whole) {
      response.send(whole.toByteArray());
    } else {
      target.close();
    }
  }
}
