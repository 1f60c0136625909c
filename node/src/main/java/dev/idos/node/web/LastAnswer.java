package dev.idos.node.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Ends a connection whose body nobody will read, so that the client still sees the answer: it is
/// sent first, then what is on its way is read past for a moment, then the connection closes.
final class LastAnswer {

  private static final long MOST_BYTES = 96L << 20;
  private static final long LONGEST_NANOS = 5_000_000_000L;

  private final SlowClients slowClients;

  LastAnswer(SlowClients slowClients) {
    this.slowClients = slowClients;
  }

  /// Says so in the answer; to be called before it is sent.
  void announce(ServerResponse response) {
    response.headers().set(HeaderValues.CONNECTION_CLOSE);
  }

  /// Sends a text as the last answer.
  void send(ServerRequest request, ServerResponse response, String text) {
    announce(response);
    response.headers().set(HeaderNames.CONTENT_TYPE, ResponseHeaders.TEXT);
    response.send(text.getBytes(StandardCharsets.UTF_8));
    close(request);
  }

  /// Closes after the answer was sent and nothing of the body was read. Never returns.
  void close(ServerRequest request) {
    boolean isOnItsWay =
        request.content().hasEntity() && !request.headers().contains(HeaderNames.EXPECT);
    if (isOnItsWay) {
      readPast(request.content()::inputStream);
    }
    throw new CloseConnectionException("the answer was the last one");
  }

  /// Closes after the answer was sent and the beginning of the body was read. Never returns.
  void close(InputStream rest) {
    readPast(() -> rest);
    throw new CloseConnectionException("the answer was the last one");
  }

  private void readPast(Supplier<InputStream> source) {
    long deadline = System.nanoTime() + LONGEST_NANOS;
    slowClients.reading(() -> deadline);
    var buffer = new byte[64 * 1024];
    long past = 0;
    try {
      InputStream body = source.get();
      while (past < MOST_BYTES && System.nanoTime() - deadline < 0) {
        int count = body.read(buffer);
        if (count < 0) {
          return;
        }
        past += count;
      }
    } catch (IOException | RuntimeException brokenOff) {
      return; // the client is gone, or the body was read already: there is nothing to wait for
    } finally {
      slowClients.done();
    }
  }
}
