package dev.idos.credentials;

import dev.idos.credentials.level.Level;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds the credential a consumer should ask for among a person's rows.
public final class MatchingCredentials {

  private MatchingCredentials() {}

  /// The row with the best level that satisfies a requirement; the earlier one of equals. Rows
  /// without readable notes, without a level, or with a level off the ladder are passed over.
  ///
  /// @param notesOf the public notes of a row
  /// @param constraint members the notes must have, with exactly these texts
  public static <T> Optional<T> highest(
      Collection<T> rows,
      Function<T, String> notesOf,
      Level required,
      Map<String, String> constraint) {
    T best = null;
    int bestScore = -1;
    for (T row : rows) {
      Optional<Integer> score =
          PublicNotes.parse(notesOf.apply(row))
              .filter(notes -> notes.hasAll(constraint))
              .flatMap(PublicNotes::level)
              .flatMap(Level::parse)
              .filter(level -> level.isAtLeast(required))
              .map(Level::score);
      if (score.isPresent() && score.get() > bestScore) {
        best = row;
        bestScore = score.get();
      }
    }
    return Optional.ofNullable(best);
  }
}
