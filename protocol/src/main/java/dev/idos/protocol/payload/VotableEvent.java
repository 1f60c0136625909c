package dev.idos.protocol.payload;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.util.UUID;

/// Something the original's validators vote on.
public record VotableEvent(String type, Bytes body) {

  private static final UUID NAMESPACE = UUID.fromString("cc1cd90f-b4db-47f4-b6df-4bbe5fca88eb");

  /// The id its votes are counted under.
  public UUID id() {
    return UuidV5.of(NAMESPACE, Bytes.concat(Utf8.encode(type), body));
  }

  void writeTo(WireWriter out) {
    out.version().text(type).bytes(body);
  }

  static VotableEvent read(WireReader in) throws MalformedException {
    in.version();
    return new VotableEvent(in.text(), in.bytes());
  }
}
