package dev.idos.ledger.accessgrants.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.store.Key;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a list of grants goes on: `<height>-<id>` of the last one, which is their order.
final class GrantCursor {

  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,17})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private GrantCursor() {}

  static String of(AccessGrant grant) {
    return grant.height() + "-" + grant.id();
  }

  /// The place a cursor stands for, if it is one.
  static Optional<Key> place(String cursor) {
    Matcher parts = FORM.matcher(cursor);
    return parts.matches()
        ? Optional.of(Key.of(Long.valueOf(parts.group(1)), UUID.fromString(parts.group(2))))
        : Optional.empty();
  }
}
