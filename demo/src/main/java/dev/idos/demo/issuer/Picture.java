package dev.idos.demo.issuer;

import dev.idos.crypto.Bytes;
import dev.idos.demo.PictureType;
import java.util.Optional;

/// Which of the two pictures of a case.
enum Picture {
  DOCUMENT("document"),
  SELFIE("selfie");

  private final String fileName;

  Picture(String fileName) {
    this.fileName = fileName;
  }

  /// Its name on our disk, whatever it was called on the person's.
  String fileName() {
    return fileName;
  }

  static Optional<Picture> named(String name) {
    for (Picture picture : values()) {
      if (picture.fileName.equals(name)) {
        return Optional.of(picture);
      }
    }
    return Optional.empty();
  }

  /// A picture and what it was called when it was chosen: words, nothing else.
  record Taken(String name, PictureType type, Bytes content) {

    /// Without the content: it must not end up in a log.
    @Override
    public String toString() {
      return "Taken[" + content.length() + " bytes]";
    }
  }
}
