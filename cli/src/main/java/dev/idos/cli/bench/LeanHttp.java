package dev.idos.cli.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// One kept connection that sends requests prepared beforehand and reads just enough of the
/// answers. The generator shares the processor with the node it measures, so it must cost little:
/// it waits without a time limit of its own, and whoever loses patience closes it.
final class LeanHttp implements AutoCloseable {

  private static final int CONNECT_MILLIS = 30_000;
  private static final int LONGEST_ANSWER = 32 * 1024 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[64 * 1024];
  private int next;
  private int end;

  LeanHttp(URI node) throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    int port = node.getPort() < 0 ? 80 : node.getPort();
    socket.connect(new InetSocketAddress(node.getHost(), port), CONNECT_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /// The bytes of a whole POST to the JSON-RPC endpoint.
  static byte[] prepare(URI node, byte[] body, Optional<String> bearer) {
    var head =
        "POST /rpc/v1 HTTP/1.1\r\nHost: "
            + node.getAuthority()
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + bearer.map(token -> "\r\nAuthorization: Bearer " + token).orElse("")
            + "\r\n\r\n";
    var bytes = head.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(bytes.length + body.length).put(bytes).put(body).array();
  }

  /// Sends a prepared request and answers with the body that came back.
  byte[] exchange(byte[] prepared) throws IOException {
    out.write(prepared);
    out.flush();
    int length = -1;
    boolean chunked = false;
    readLine(); // the status is told by the body, too
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      var header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.endsWith("chunked");
      }
    }
    return chunked ? readChunks() : readFully(length);
  }

  private byte[] readChunks() throws IOException {
    var body = new java.io.ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(readLine().split(";", 2)[0].strip(), 16);
      body.write(readFully(size));
      readLine();
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private byte[] readFully(int length) throws IOException {
    if (length < 0 || length > LONGEST_ANSWER) {
      throw new IOException("an answer without a usable length");
    }
    var body = new byte[length];
    int have = 0;
    while (have < length) {
      if (next == end) {
        fill();
      }
      int take = Math.min(length - have, end - next);
      System.arraycopy(buffer, next, body, have, take);
      next += take;
      have += take;
    }
    return body;
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    while (true) {
      if (next == end) {
        fill();
      }
      char letter = (char) (buffer[next++] & 0xff);
      if (letter == '\n') {
        return line.toString();
      }
      if (letter != '\r') {
        line.append(letter);
      }
    }
  }

  private void fill() throws IOException {
    next = 0;
    end = in.read(buffer);
    if (end <= 0) {
      end = 0;
      throw new EOFException("the node closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
