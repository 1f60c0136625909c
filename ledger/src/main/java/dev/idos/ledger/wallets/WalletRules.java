package dev.idos.ledger.wallets;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletType;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.WalletAction.AddWallet;
import dev.idos.protocol.action.WalletAction.RemoveWallet;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of wallets. Each answers with the first reason to refuse, or nothing.
final class WalletRules {

  private WalletRules() {}

  /// `upsert_wallet_as_inserter`: the first wallet of a profile the inserter made, and never a
  /// second one (W1). Authorised before anything is looked at (W32).
  static Optional<Refused> upsertAsInserter(UpsertWalletAsInserter upsert, Execution execution) {
    Optional<Inserter> inserter = Inserters.of(execution.caller(), execution.rows());
    if (inserter.isEmpty()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    return switch (proven(
        upsert.id(),
        upsert.userId(),
        upsert.address(),
        upsert.publicKey(),
        upsert.walletType(),
        upsert.message(),
        upsert.signature(),
        Optional.of(inserter.get().name()),
        execution)) {
      case Proven.No(Refused refused) -> Optional.of(refused);
      case Proven.Yes(Wallet wallet) -> attachFirst(wallet, inserter.get(), execution);
    };
  }

  /// `add_wallet`: a further wallet, by somebody who holds one.
  static Optional<Refused> add(AddWallet add, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    if (!(owner instanceof Owner.One(UserId user))) {
      return owner.refusal();
    }
    return switch (proven(
        add.id(),
        user,
        add.address(),
        add.publicKey(),
        add.walletType(),
        add.message(),
        add.signature(),
        Optional.empty(),
        execution)) {
      case Proven.No(Refused refused) -> Optional.of(refused);
      case Proven.Yes(Wallet wallet) -> attachFurther(wallet, execution);
    };
  }

  /// `remove_wallet`: any wallet of the caller's profile but the connected one.
  static Optional<Refused> remove(RemoveWallet remove, Execution execution) {
    Changes rows = execution.rows();
    Owner owner = Wallets.userOf(execution.caller(), rows);
    if (owner instanceof Owner.Several || owner instanceof Owner.Closing) {
      return owner.refusal();
    }
    Optional<Wallet> wallet =
        rows.find(Wallets.WALLETS, Key.of(remove.id().value()))
            .filter(found -> owner.open().equals(Optional.of(found.user())));
    if (wallet.isEmpty()) {
      execution.effects().notice("no wallet of the caller has this id: nothing was removed");
      return Optional.empty();
    }
    if (CallerForms.of(execution.caller()).contains(wallet.get().identifier())) {
      return Optional.of(Refusal.WALLET_CONNECTED.with());
    }
    Wallets.detach(wallet.get(), execution);
    return Optional.empty();
  }

  private static Optional<Refused> attachFirst(
      Wallet wallet, Inserter inserter, Execution execution) {
    Changes rows = execution.rows();
    Optional<Wallet> same = rows.find(Wallets.WALLETS, Key.of(wallet.id().value()));
    if (same.isPresent() && same.get().equals(wallet)) {
      execution.effects().notice("the wallet is there already: nothing was changed");
      return Optional.empty();
    }
    Optional<User> user = Users.find(wallet.user(), rows);
    if (user.isEmpty()) {
      return Optional.of(Refusal.PROFILE_NOT_FOUND.with());
    }
    if (!user.get().inserterId().equals(inserter.id())) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    Optional<Refused> refused = taken(wallet, rows);
    if (refused.isPresent()) {
      return refused;
    }
    if (user.get().claimed()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    if (!ConsumedProofs.bindFirst(wallet, execution)) {
      return Optional.of(Refusal.WALLET_INVALID.with());
    }
    rows.put(Users.USERS, user.get().asClaimed());
    return Usage.put(execution, wallet.user(), Wallets.WALLETS, wallet);
  }

  private static Optional<Refused> attachFurther(Wallet wallet, Execution execution) {
    Optional<Refused> refused = taken(wallet, execution.rows());
    if (refused.isPresent()) {
      return refused;
    }
    if (!ConsumedProofs.bind(wallet, execution)) {
      return Optional.of(Refusal.WALLET_INVALID.with());
    }
    return Usage.put(execution, wallet.user(), Wallets.WALLETS, wallet);
  }

  /// Whether the wallet, or its id, belongs to somebody already (W19).
  private static Optional<Refused> taken(Wallet wallet, Changes rows) {
    if (!rows.where(Wallets.BY_KEY, Key.of(wallet.key())).isEmpty()) {
      Refusal refusal =
          wallet.type() == WalletType.EVM
              ? Refusal.WALLET_ADDRESS_EXISTS
              : Refusal.WALLET_KEY_EXISTS;
      return Optional.of(refusal.with());
    }
    if (!rows.where(Wallets.BY_IDENTIFIER, Key.of(wallet.identifier())).isEmpty()) {
      return Optional.of(Refusal.WALLET_ADDRESS_EXISTS.with());
    }
    return rows.find(Wallets.WALLETS, Key.of(wallet.id().value()))
        .map(_ -> Refusal.WALLET_ID_EXISTS.with());
  }

  /// A wallet whose signature was found to prove it, or why it does not.
  private sealed interface Proven {
    record Yes(Wallet wallet) implements Proven {}

    record No(Refused refused) implements Proven {}
  }

  /// An empty key is no key (W20); it is so before anything looks at it.
  private static Proven proven(
      WalletId id,
      UserId user,
      String address,
      @Nullable String publicKey,
      String type,
      String message,
      String signature,
      Optional<String> inserter,
      Execution execution) {
    Optional<WalletType> known = WalletType.named(type);
    if (known.isEmpty()) {
      return new Proven.No(Refusal.WALLET_TYPE_UNSUPPORTED.with());
    }
    if (!execution.proofs().walletProven()) {
      return new Proven.No(Refusal.WALLET_INVALID.with());
    }
    Optional<String> key = Optional.ofNullable(publicKey).filter(text -> !text.isEmpty());
    if (known.get() != WalletType.EVM && key.isEmpty()) {
      return new Proven.No(Refusal.WALLET_KEY_MISSING.with());
    }
    Optional<String> foundBy = WalletIdentifier.canonicalOf(address);
    Optional<String> identifier =
        WalletIdentifier.canonicalOf(identifying(known.get(), address, key));
    if (foundBy.isEmpty() || identifier.isEmpty()) {
      return new Proven.No(Refusal.WALLET_INVALID.with());
    }
    Bytes form =
        WalletForm.of(known.get(), address, key.orElse(null))
            .orElseThrow(() -> new ImpossibleState("a proven wallet has a key"));
    boolean verified = known.get() != WalletType.NEAR || isImplicit(foundBy.get(), form);
    return new Proven.Yes(
        new Wallet(
            id,
            user,
            address,
            key,
            known.get(),
            message,
            signature,
            inserter,
            identifier.get(),
            foundBy.get(),
            form,
            verified));
  }

  /// The text whose holder is the wallet's caller (the strict rule).
  private static String identifying(WalletType type, String address, Optional<String> key) {
    return switch (type) {
      case EVM, XRPL, STELLAR -> address;
      case NEAR, FACESIGN -> key.orElseThrow();
    };
  }

  /// An implicit NEAR account is its key; a named one only says so (W3).
  private static boolean isImplicit(String account, Bytes key) {
    return account.equals(key.hex());
  }
}
