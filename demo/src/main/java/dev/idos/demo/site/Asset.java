package dev.idos.demo.site;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// One file, ready to be sent.
///
/// @param gzipped the same, smaller; empty if that does not pay
record Asset(String contentType, Bytes body, Optional<Bytes> gzipped, String entityTag) {

  private static final int WORTH_PACKING = 1024;

  static Asset of(String name, Bytes body) {
    var type = MediaTypes.of(name);
    var packed =
        MediaTypes.isText(type) && body.length() >= WORTH_PACKING
            ? Optional.of(gzip(body))
            : Optional.<Bytes>empty();
    var tag = "\"" + Sha256.of(body).hex().substring(0, 32) + "\"";
    return new Asset(type, body, packed, tag);
  }

  boolean isPage() {
    return contentType.startsWith("text/html");
  }

  private static Bytes gzip(Bytes body) {
    var out = new ByteArrayOutputStream(body.length() / 3);
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(body.toArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.ofUnshared(out.toByteArray());
  }
}
