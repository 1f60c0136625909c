package dev.idos.ledger.deletion;

import dev.idos.ledger.attributes.Attribute;
import dev.idos.ledger.attributes.Attributes;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.ConsumedProofs;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.UserId;

/// The last steps of a deletion: what is no credential.
final class ProfileEnd {

  private ProfileEnd() {}

  /// Erases what a profile keeps about itself, which nothing locks.
  static void removeAttributes(UserId user, Execution execution) {
    Key owner = Key.of(user.value());
    for (Attribute attribute : execution.rows().where(Attributes.BY_USER, owner)) {
      Key id = Key.of(attribute.id().value());
      Usage.remove(execution, user, Attributes.ATTRIBUTES, id);
    }
  }

  /// The receipts of the profile's wallets keep code and height only.
  static void forgetSenders(UserId user, Execution execution) {
    for (Wallet wallet : Wallets.of(user, execution.rows())) {
      Wallets.sendersOf(wallet).forEach(execution.effects()::forgetSender);
    }
  }

  /// Removes the profile and its wallets. That their proofs were used stays known.
  static void remove(UserId user, Execution execution) {
    forgetSenders(user, execution);
    for (Wallet wallet : Wallets.of(user, execution.rows())) {
      Wallets.detach(wallet, execution);
    }
    ConsumedProofs.release(user, execution);
    Usage.remove(execution, user, Users.USERS, Key.of(user.value()));
    Usage.clear(execution, user);
  }
}
