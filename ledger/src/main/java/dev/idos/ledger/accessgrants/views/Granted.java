package dev.idos.ledger.accessgrants.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.View;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The grants a caller was given, in the order they were given, whichever way it is spelt in them.
///
/// @param owner only those of this profile, or null for all
record Granted(@Nullable UserId owner) {

  /// At most so many after a place.
  List<AccessGrant> page(Optional<Key> after, int limit, View view) {
    return CallerForms.of(view.caller()).stream()
        .flatMap(form -> view.rows().page(index(), values(form), after, limit).stream())
        .sorted(Comparator.comparing(AccessGrants.TABLE::key))
        .limit(limit)
        .toList();
  }

  long count(View view) {
    return CallerForms.of(view.caller()).stream()
        .mapToLong(form -> view.rows().where(index(), values(form)).size())
        .sum();
  }

  private Index<AccessGrant> index() {
    return owner == null ? AccessGrants.BY_GRANTEE : AccessGrants.BY_GRANTEE_AND_OWNER;
  }

  private Key values(String form) {
    return owner == null ? Key.of(form) : Key.of(form, owner.value());
  }
}
