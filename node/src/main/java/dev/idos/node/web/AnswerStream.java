package dev.idos.node.web;

import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Sends an answer whole when it is small, so that its length is known, and piece by piece when it
/// is large, so that it is in memory once. A client that does not take it in time is cut off.
final class AnswerStream extends OutputStream {

  private static final int LARGEST_WHOLE = 256 * 1024;

  /// What fits into the buffers of a connection never waits for the client.
  private static final int LARGEST_UNTIMED = 16 * 1024;

  private final ServerResponse response;
  private final Pace pace;
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream(1024);
  private OutputStream target = whole;

  AnswerStream(ServerResponse response, SlowClients slowClients) {
    this.response = response;
    this.pace = new Pace(slowClients);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    if (target == whole && whole.size() + count > LARGEST_WHOLE) {
      pace.begin();
      target = response.outputStream();
      whole.writeTo(target);
    }
    target.write(source, offset, count);
    pace.moved(count);
  }

  @Override
  public void close() throws IOException {
    if (target == whole) {
      if (whole.size() > LARGEST_UNTIMED) {
        pace.begin();
      }
      response.send(whole.toByteArray());
    } else {
      target.close();
    }
  }
}
