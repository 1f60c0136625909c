package dev.idos.ledger.wallets;

import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import java.util.Optional;

/// Whose profile a caller holds, by the strict rule.
public sealed interface Owner {

  /// The one profile the caller may change.
  record One(UserId user) implements Owner {}

  /// A profile that is being deleted: its owner neither writes nor reads any more.
  record Closing(UserId user) implements Owner {}

  /// No profile has a wallet of the caller.
  record Nobody() implements Owner {}

  /// Wallets of more than one profile match: nobody guesses which was meant (W19).
  record Several() implements Owner {}

  /// The profile, if there is exactly one that still accepts things.
  default Optional<UserId> open() {
    return this instanceof One(UserId user) ? Optional.of(user) : Optional.empty();
  }

  /// Why the caller may not write as an owner; nothing for [One].
  default Optional<Refused> refusal() {
    return switch (this) {
      case One _ -> Optional.empty();
      case Closing _ -> Optional.of(Refusal.PROFILE_CLOSING.with());
      case Nobody _ -> Optional.of(Refusal.PROFILE_NOT_FOUND.with());
      case Several _ -> Optional.of(Refusal.CALLER_AMBIGUOUS.with());
    };
  }
}
