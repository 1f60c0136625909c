package dev.idos.ledger;

import dev.idos.ledger.proofs.Proofs;
import dev.idos.protocol.Require;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.Invocation;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.List;

/// A transaction ready to run: its own signature and those inside its actions have been checked.
///
/// @param transaction as it was signed
/// @param proofs one an action, in their order
public record PreparedTransaction(AuthenticatedTransaction transaction, List<Proofs> proofs) {

  public PreparedTransaction {
    proofs = List.copyOf(proofs);
    Require.that(proofs.size() == actions(transaction).size(), "every action has its proofs");
  }

  /// Checks the signatures inside the actions. Pure: a node prepares a block's transactions in
  /// parallel, and each of them once.
  public static PreparedTransaction of(AuthenticatedTransaction transaction) {
    return new PreparedTransaction(
        transaction, actions(transaction).stream().map(Proofs::check).toList());
  }

  private static List<Action> actions(AuthenticatedTransaction transaction) {
    return switch (transaction.invocation()) {
      case Invocation.Actions(List<Action> actions) -> actions;
      case Invocation.Undecodable _ -> List.of();
    };
  }
}
