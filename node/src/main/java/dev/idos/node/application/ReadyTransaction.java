package dev.idos.node.application;

import dev.idos.consensus.Prepared;
import dev.idos.ledger.PreparedTransaction;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.transaction.AuthenticatedTransaction;

/// A transaction whose inner proofs have been checked, on its way through consensus.
record ReadyTransaction(PreparedTransaction ready) implements Prepared {

  @Override
  public AuthenticatedTransaction transaction() {
    return ready.transaction();
  }

  /// What consensus was handed and hands back.
  static PreparedTransaction of(Prepared prepared) {
    if (prepared instanceof ReadyTransaction(PreparedTransaction ready)) {
      return ready;
    }
    throw new ImpossibleState("a block holds what this application prepared");
  }
}
