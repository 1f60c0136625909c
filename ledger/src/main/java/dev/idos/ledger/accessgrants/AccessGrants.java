package dev.idos.ledger.accessgrants;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.AccessGrantAction;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.Answer;
import java.util.Optional;

/// Access grants and the views of them.
public final class AccessGrants {

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(AccessGrantAction action, Execution execution) {
    return Optional.of(Refusal.ACCESS_GRANT_NOT_FOUND.with());
  }

  /// Answers a question.
  public Answer answer(AccessGrantQuery query, View view) {
    return new Answer.Denied(Refusal.ACCESS_GRANT_NOT_FOUND.with());
  }
}
