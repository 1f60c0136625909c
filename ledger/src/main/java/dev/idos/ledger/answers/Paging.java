package dev.idos.ledger.answers;

import dev.idos.ledger.store.Key;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a list is read in parts: from after a cursor, so many rows. The cursor of a row is the text
/// of its id, so a part costs the same wherever it begins, and rows that come or go meanwhile move
/// no others (`wire.md` §7).
public sealed interface Paging {

  /// The rows of a part when the caller names no number.
  int DEFAULT_SIZE = 20;

  /// The most rows of a part, whatever the caller asks for.
  int MAX_SIZE = 100;

  /// A part that can be read.
  record Part(Optional<Key> after, int size) implements Paging {}

  /// Arguments that name no part.
  record Impossible(Refused refused) implements Paging {}

  /// Reads the two arguments every `…_page` view ends with.
  static Paging of(@Nullable String after, @Nullable Long size) {
    if (size != null && size < 1) {
      return new Impossible(Refusal.SIZE_INVALID.with());
    }
    int rows = size == null ? DEFAULT_SIZE : (int) Math.min(size, MAX_SIZE);
    if (after == null) {
      return new Part(Optional.empty(), rows);
    }
    return canonicalUuid(after)
        .<Paging>map(id -> new Part(Optional.of(Key.of(id)), rows))
        .orElseGet(() -> new Impossible(Refusal.CURSOR_INVALID.with()));
  }

  private static Optional<UUID> canonicalUuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
