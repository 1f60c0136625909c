package dev.idos.consensus;

import dev.idos.protocol.transaction.AuthenticatedTransaction;

/// A transaction with whatever its application worked out about it beforehand. What that is,
/// consensus does not know.
@FunctionalInterface
public interface Prepared {

  /// The transaction itself.
  AuthenticatedTransaction transaction();
}
