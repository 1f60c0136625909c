package dev.idos.ledger.deletion;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import java.util.Optional;

/// `remove_user`: an owner deletes the whole profile (W23).
public final class RemoveUser {

  private RemoveUser() {}

  /// Runs it, or answers with the first reason not to.
  public static Optional<Refused> apply(Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    if (owner instanceof Owner.One(UserId id)) {
      User user =
          Users.find(id, execution.rows())
              .orElseThrow(() -> new ImpossibleState("a wallet belongs to a profile"));
      Closing.begin(user, execution);
    }
    return owner.refusal();
  }
}
