package dev.idos.ledger.state;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Bytes on their way into a leaf's hash: numbers big-endian, texts and bytes behind their length.
final class LeafWriter {

  private ByteBuffer out = ByteBuffer.allocate(512);

  void ascii(String name) {
    raw(name.getBytes(StandardCharsets.US_ASCII));
  }

  /// Through the reporting encoder: the ordinary one writes `?` for half a surrogate pair, and two
  /// texts would hash alike.
  void text(String text) {
    bytes(Utf8.encode(text));
  }

  void bytes(Bytes value) {
    number4(value.length());
    raw(value.exposeUnshared());
  }

  void uuid(UUID id) {
    number8(id.getMostSignificantBits());
    number8(id.getLeastSignificantBits());
  }

  void number1(int value) {
    room(1).put((byte) value);
  }

  void number4(int value) {
    room(4).putInt(value);
  }

  void number8(long value) {
    room(8).putLong(value);
  }

  Bytes hash() {
    var digest = Sha256.newDigest();
    digest.update(out.array(), 0, out.position());
    return Bytes.ofUnshared(digest.digest());
  }

  private void raw(byte[] value) {
    room(value.length).put(value);
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      int capacity = Math.max(out.position() + bytes, 2 * out.capacity());
      byte[] written = Arrays.copyOf(out.array(), capacity);
      out = ByteBuffer.wrap(written).position(out.position());
    }
    return out;
  }
}
