package dev.idos.sdk;

import dev.idos.credentials.PublicNotes;

/// Reads public notes without failing: one bad row must not break a list.
final class Notes {

  private Notes() {}

  static PublicNotes read(String text) {
    return PublicNotes.parse(text).or(() -> PublicNotes.parse("")).orElseThrow();
  }
}
