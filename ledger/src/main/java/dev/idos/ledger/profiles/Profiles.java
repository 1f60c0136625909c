package dev.idos.ledger.profiles;

import dev.idos.ledger.answers.Paging;
import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.answers.Whole;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.LeaveProfile;
import dev.idos.protocol.action.UserAction.RotateUserKey;
import dev.idos.protocol.action.UserAction.UpdateUserPubKeyAsInserter;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.ProfileQuery;
import java.util.List;
import java.util.Optional;

/// Profiles and the views of them. Deleting one is a chapter of its own (`deletion`).
public final class Profiles {

  private static final Shape<User> USER =
      Shape.<User>empty()
          .uuid("id", user -> user.id().value())
          .text("recipient_encryption_public_key", User::recipientEncryptionPublicKey)
          .text("encryption_password_store", User::encryptionPasswordStore);

  private static final Shape<User> USER_AS_INSERTER = USER.text("inserter", User::inserter);

  private static final Shape<Wallet> WALLET =
      Shape.<Wallet>empty()
          .uuid("id", wallet -> wallet.id().value())
          .uuid("user_id", wallet -> wallet.user().value())
          .text("address", Wallet::address)
          .optionalText("public_key", Wallet::publicKey)
          .text("wallet_type", wallet -> wallet.type().wireName())
          .text("message", Wallet::message)
          .text("signature", Wallet::signature)
          .optionalText("inserter", Wallet::inserter);

  private static final Shape<Wallet> WALLET_PAGE =
      WALLET.text("cursor", wallet -> wallet.id().toString());

  private static final Shape<Boolean> HAS_PROFILE =
      Shape.<Boolean>empty().bool("has_profile", has -> has);

  /// Runs `add_user_as_inserter`, or answers with the first reason not to.
  public Optional<Refused> apply(AddUserAsInserter add, Execution execution) {
    return ProfileRules.add(add, execution);
  }

  /// Runs `update_user_pub_key_as_inserter`, or answers with the first reason not to.
  public Optional<Refused> apply(UpdateUserPubKeyAsInserter update, Execution execution) {
    return ProfileRules.updateKeyAsInserter(update, execution);
  }

  /// Runs `rotate_user_key`, or answers with the first reason not to.
  public Optional<Refused> apply(RotateUserKey rotate, Execution execution) {
    return ProfileRules.rotateKey(rotate, execution);
  }

  /// Runs `leave_profile`, or answers with the first reason not to.
  public Optional<Refused> apply(LeaveProfile leave, Execution execution) {
    return ProfileRules.leave(leave, execution);
  }

  /// Answers a question.
  public Answer answer(ProfileQuery query, View view) {
    return switch (query) {
      case ProfileQuery.GetUser _ -> USER.one(own(view));
      case ProfileQuery.GetUserAsInserter get -> userAsInserter(get, view);
      case ProfileQuery.GetWallets _ -> wallets(view);
      case ProfileQuery.GetWalletsPage page -> walletsPage(page, view);
      case ProfileQuery.HasProfile has -> HAS_PROFILE.one(hasProfile(has.address(), view));
    };
  }

  private static Optional<User> own(View view) {
    return Wallets.userOf(view.caller(), view.rows())
        .open()
        .flatMap(user -> Users.find(user, view.rows()));
  }

  /// Any inserter may ask, as issuers do before they write; the node counts and limits it (W31).
  private static Answer userAsInserter(ProfileQuery.GetUserAsInserter get, View view) {
    if (Inserters.of(view.caller(), view.rows()).isEmpty()) {
      return new Answer.Denied(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    return USER_AS_INSERTER.one(Users.find(get.id(), view.rows()).filter(user -> !user.closing()));
  }

  private static Answer wallets(View view) {
    return Wallets.userOf(view.caller(), view.rows())
        .open()
        .map(user -> Whole.of(WALLET, Wallets.BY_USER, Key.of(user.value()), view.rows()))
        .orElseGet(WALLET::none);
  }

  private static Answer walletsPage(ProfileQuery.GetWalletsPage page, View view) {
    return switch (Paging.of(page.after(), page.size())) {
      case Paging.Impossible(Refused refused) -> new Answer.Denied(refused);
      case Paging.Part(Optional<Key> after, int size) ->
          WALLET_PAGE.all(
              Wallets.userOf(view.caller(), view.rows())
                  .open()
                  .map(user -> view.rows().page(Wallets.BY_USER, Key.of(user.value()), after, size))
                  .orElse(List.of()));
    };
  }

  /// Public, because clients ask before anybody logs in. An unproven NEAR name answers only to
  /// the key that claimed it, or somebody else's name could be taken (W3).
  private static boolean hasProfile(String address, View view) {
    return WalletIdentifier.canonicalOf(address).stream()
        .flatMap(form -> view.rows().where(Wallets.BY_ADDRESS, Key.of(form)).stream())
        .filter(wallet -> wallet.verified() || isHolder(wallet, view))
        .anyMatch(wallet -> isOpen(wallet, view));
  }

  private static boolean isHolder(Wallet wallet, View view) {
    return CallerForms.of(view.caller()).contains(wallet.identifier());
  }

  private static boolean isOpen(Wallet wallet, View view) {
    return Users.find(wallet.user(), view.rows()).filter(user -> !user.closing()).isPresent();
  }
}
