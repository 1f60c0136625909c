package dev.idos.ledger.credentials;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.CredentialAction;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery;
import java.util.Optional;

/// Credentials and the views of them.
public final class Credentials {

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(CredentialAction action, Execution execution) {
    return Optional.of(Refusal.CREDENTIAL_NOT_OWNED.with());
  }

  /// Answers a question.
  public Answer answer(CredentialQuery query, View view) {
    return new Answer.Denied(Refusal.CREDENTIAL_NOT_OWNED.with());
  }
}
