package dev.idos.protocol;

import dev.idos.crypto.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids derived from names: RFC 9562 version 5. The SHA-1 inside names things, it protects nothing.
public final class UuidV5 {

  /// The namespace of URLs, from RFC 9562.
  public static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private UuidV5() {}

  /// The id of a text within a namespace.
  public static UUID of(UUID namespace, String name) {
    return of(namespace, Utf8.encode(name));
  }

  /// The id of bytes within a namespace.
  public static UUID of(UUID namespace, Bytes name) {
    MessageDigest digest = newSha1();
    digest.update(bytes(namespace).exposeUnshared());
    name.updateInto(digest);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// The 16 bytes of an id in the order of its text.
  public static Bytes bytes(UUID id) {
    return Bytes.ofUnshared(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /// The id that 16 bytes spell.
  public static UUID read(Bytes bytes) {
    Require.that(bytes.length() == 16, "a uuid is 16 bytes");
    ByteBuffer buffer = ByteBuffer.wrap(bytes.exposeUnshared());
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static MessageDigest newSha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new ImpossibleState("every JDK has SHA-1", impossible);
    }
  }
}
