package dev.idos.demo;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import java.util.Optional;

/// The pictures the companies take and show, told by their first bytes. What else a file may
/// call itself, a page for instance, is never believed.
public enum PictureType {
  PNG("image/png"),
  JPEG("image/jpeg"),
  WEBP("image/webp");

  private static final Bytes PNG_START = Bytes.ofHex("89504e470d0a1a0a");
  private static final Bytes JPEG_START = Bytes.ofHex("ffd8ff");
  private static final Bytes RIFF = Utf8.encode("RIFF");
  private static final Bytes WEBP_MARK = Utf8.encode("WEBP");

  private final String mediaType;

  PictureType(String mediaType) {
    this.mediaType = mediaType;
  }

  /// As a Content-Type header says it.
  public String mediaType() {
    return mediaType;
  }

  /// What the bytes begin like; nothing for anything but a picture.
  public static Optional<PictureType> of(Bytes file) {
    if (hasAt(file, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    if (hasAt(file, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    return hasAt(file, 0, RIFF) && hasAt(file, 8, WEBP_MARK) ? Optional.of(WEBP) : Optional.empty();
  }

  private static boolean hasAt(Bytes file, int from, Bytes mark) {
    int to = from + mark.length();
    return file.length() >= to && file.slice(from, to).equals(mark);
  }
}
