package dev.idos.ledger.accessgrants.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.answers.Paging;
import dev.idos.ledger.store.Key;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which part of a list of grants is asked for.
sealed interface GrantPart {

  /// A part that can be read.
  record Wanted(Optional<Key> after, int size) implements GrantPart {

    /// Cuts the part out of grants that are in order already.
    List<AccessGrant> of(Stream<AccessGrant> grants) {
      return grants
          .filter(it -> after.isEmpty() || AccessGrants.TABLE.key(it).compareTo(after.get()) > 0)
          .limit(size)
          .toList();
    }
  }

  /// Arguments that name no part.
  record Impossible(Refused refused) implements GrantPart {}

  /// Reads the two arguments every `…_page` view ends with.
  static GrantPart of(@Nullable String after, @Nullable Long size) {
    return switch (Paging.of(null, size)) {
      case Paging.Impossible(Refused refused) -> new Impossible(refused);
      case Paging.Part(_, int rows) ->
          after == null ? new Wanted(Optional.empty(), rows) : from(after, rows);
    };
  }

  private static GrantPart from(String after, int rows) {
    return GrantCursor.place(after)
        .<GrantPart>map(place -> new Wanted(Optional.of(place), rows))
        .orElseGet(() -> new Impossible(Refusal.CURSOR_INVALID.with()));
  }
}
