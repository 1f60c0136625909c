package dev.idos.ledger.deletion;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.UserAction.RemoveUser;
import java.util.Optional;

/// Deletes profiles: at once what no lock protects, the rest when its lock has passed.
public final class Deletion {

  /// The most deletions that fall due in one block.
  public static final int MAX_PER_BLOCK = 100;

  /// Runs `remove_user`, or answers with the first reason not to.
  public Optional<Refused> apply(RemoveUser action, Execution execution) {
    return Optional.of(Refusal.PROFILE_NOT_FOUND.with());
  }

  /// Erases what fell due since the last block; the block's own caller is nobody.
  public void eraseDue(Execution execution) {}

  /// When the next erasure falls due, in seconds since 1970: a node proposes a block then.
  public Optional<Long> nextDue(Reader rows) {
    return Optional.empty();
  }
}
