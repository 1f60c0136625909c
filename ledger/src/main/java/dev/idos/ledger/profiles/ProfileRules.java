package dev.idos.ledger.profiles;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.LeaveProfile;
import dev.idos.protocol.action.UserAction.RotateUserKey;
import dev.idos.protocol.action.UserAction.UpdateUserPubKeyAsInserter;
import java.util.Optional;

/// The rules of profiles. Each answers with the first reason to refuse, or nothing.
final class ProfileRules {

  private ProfileRules() {}

  /// `add_user_as_inserter`: a profile without a wallet yet.
  static Optional<Refused> add(AddUserAsInserter add, Execution execution) {
    Optional<Inserter> inserter = Inserters.of(execution.caller(), execution.rows());
    if (inserter.isEmpty()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    if (!isPasswordStore(add.encryptionPasswordStore())) {
      return Optional.of(Refusal.PASSWORD_STORE_INVALID.with());
    }
    if (Users.find(add.id(), execution.rows()).isPresent()) {
      return Optional.of(Refusal.PROFILE_EXISTS.with());
    }
    var user =
        new User(
            add.id(),
            add.recipientEncryptionPublicKey(),
            add.encryptionPasswordStore(),
            inserter.get().name(),
            inserter.get().id(),
            User.FIRST_ALLOWANCE,
            false,
            false);
    return Usage.put(execution, user.id(), Users.USERS, user);
  }

  /// `update_user_pub_key_as_inserter`: only its own profile, and only before a wallet holds it
  /// (W1).
  static Optional<Refused> updateKeyAsInserter(
      UpdateUserPubKeyAsInserter update, Execution execution) {
    Optional<Inserter> inserter = Inserters.of(execution.caller(), execution.rows());
    if (inserter.isEmpty()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    Optional<User> user = Users.find(update.id(), execution.rows());
    if (user.isEmpty()) {
      execution.effects().notice("no profile has this id: nothing was changed");
      return Optional.empty();
    }
    if (user.get().claimed() || !user.get().inserterId().equals(inserter.get().id())) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    return setKey(
        user.get(),
        update.recipientEncryptionPublicKey(),
        update.encryptionPasswordStore(),
        execution);
  }

  /// `rotate_user_key`: a wallet of the profile replaces the key.
  static Optional<Refused> rotateKey(RotateUserKey rotate, Execution execution) {
    Changes rows = execution.rows();
    Owner owner = Wallets.userOf(execution.caller(), rows);
    if (!(owner instanceof Owner.One(UserId id))) {
      return owner.refusal();
    }
    User user =
        Users.find(id, rows).orElseThrow(() -> new ImpossibleState("an owner has a profile"));
    return setKey(
        user, rotate.recipientEncryptionPublicKey(), rotate.encryptionPasswordStore(), execution);
  }

  /// `leave_profile`: a wallet takes itself off, even as the last one. The profile stays claimed:
  /// its inserter cannot hand it to somebody else.
  static Optional<Refused> leave(LeaveProfile leave, Execution execution) {
    Changes rows = execution.rows();
    Owner owner = Wallets.userOf(execution.caller(), rows);
    if (!(owner instanceof Owner.One(UserId _))) {
      return owner.refusal();
    }
    Optional<Wallet> wallet =
        rows.find(Wallets.WALLETS, Key.of(leave.walletId().value()))
            .filter(found -> CallerForms.of(execution.caller()).contains(found.identifier()));
    if (wallet.isEmpty()) {
      return Optional.of(Refusal.WALLET_NOT_FOUND.with());
    }
    Wallets.detach(wallet.get(), execution);
    return Optional.empty();
  }

  private static Optional<Refused> setKey(
      User user, String key, String store, Execution execution) {
    if (!isPasswordStore(store)) {
      return Optional.of(Refusal.PASSWORD_STORE_INVALID.with());
    }
    return Usage.put(execution, user.id(), Users.USERS, user.withKey(key, store));
  }

  private static boolean isPasswordStore(String store) {
    return store.equals("user") || store.equals("mpc");
  }
}
