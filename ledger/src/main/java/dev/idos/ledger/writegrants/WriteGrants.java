package dev.idos.ledger.writegrants;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.Answer;
import java.util.Optional;

/// Write grants: papers that are used once.
public final class WriteGrants {

  /// Runs `create_credentials_by_dwg`, or answers with the first reason not to.
  public Optional<Refused> apply(CreateCredentialsByDwg action, Execution execution) {
    return Optional.of(Refusal.DWG_OWNER_NOT_FOUND.with());
  }

  /// Answers with the text of a write grant.
  public Answer answer(DwgMessage query, View view) {
    return new Answer.Denied(Refusal.DWG_OWNER_NOT_FOUND.with());
  }
}
