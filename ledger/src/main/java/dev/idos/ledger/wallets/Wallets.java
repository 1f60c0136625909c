package dev.idos.ledger.wallets;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletType;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.protocol.Caller;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.WalletAction;
import java.util.List;
import java.util.Optional;

/// The table of wallets, and whose a caller is: the rule every other rule stands on.
public final class Wallets {

  /// One row a wallet.
  public static final Table<Wallet> WALLETS =
      new Table<>(
          "wallets",
          6,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, wallet -> wallet.id().value()),
              Column.of("user_id", Kind.UUID, wallet -> wallet.user().value()),
              Column.<Wallet>of("address", Kind.TEXT, Wallet::address).asPersonal(),
              Column.<Wallet>nullable(
                      "public_key", Kind.TEXT, wallet -> wallet.publicKey().orElse(null))
                  .asPersonal(),
              Column.of("wallet_type", Kind.TEXT, wallet -> wallet.type().wireName()),
              Column.<Wallet>of("message", Kind.TEXT, Wallet::message).asPersonal(),
              Column.<Wallet>of("signature", Kind.TEXT, Wallet::signature).asPersonal(),
              Column.nullable("inserter", Kind.TEXT, wallet -> wallet.inserter().orElse(null)),
              Column.of("identifier", Kind.TEXT, Wallet::identifier),
              Column.of("found_by", Kind.TEXT, Wallet::foundBy),
              Column.of("wallet_key", Kind.BYTES, Wallet::key),
              Column.of("verified", Kind.BOOL, Wallet::verified)),
          Wallets::read);

  /// The wallets of a user.
  public static final Index<Wallet> BY_USER = WALLETS.index("wallets_by_user", false, "user_id");

  /// The wallet that callers with an identifier hold.
  public static final Index<Wallet> BY_IDENTIFIER =
      WALLETS.index("wallets_by_identifier", true, "identifier");

  /// The wallet with a key, whatever type it was registered as.
  public static final Index<Wallet> BY_KEY = WALLETS.index("wallets_by_key", true, "wallet_key");

  /// The wallets found by an address; several may claim one unproven NEAR name.
  public static final Index<Wallet> BY_ADDRESS =
      WALLETS.index("wallets_by_address", false, "found_by");

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(WalletAction action, Execution execution) {
    return switch (action) {
      case WalletAction.UpsertWalletAsInserter upsert ->
          WalletRules.upsertAsInserter(upsert, execution);
      case WalletAction.AddWallet add -> WalletRules.add(add, execution);
      case WalletAction.RemoveWallet remove -> WalletRules.remove(remove, execution);
    };
  }

  /// Whose profile the caller holds.
  public static Owner userOf(Caller caller, Reader rows) {
    List<UserId> users =
        CallerForms.of(caller).stream()
            .flatMap(form -> rows.where(BY_IDENTIFIER, Key.of(form)).stream())
            .map(Wallet::user)
            .distinct()
            .toList();
    return switch (users.size()) {
      case 0 -> new Owner.Nobody();
      case 1 -> alive(users.getFirst(), rows);
      default -> new Owner.Several();
    };
  }

  /// The wallet that an identifier names by the strict rule; the lowest id, should there be more
  /// (W22). It may belong to a profile that is closing.
  public static Optional<Wallet> walletOf(String identifier, Reader rows) {
    return WalletIdentifier.canonicalOf(identifier)
        .flatMap(form -> rows.where(BY_IDENTIFIER, Key.of(form)).stream().findFirst());
  }

  /// The wallets of a user by id.
  public static List<Wallet> of(UserId user, Reader rows) {
    return rows.where(BY_USER, Key.of(user.value()));
  }

  /// The sender bytes under which transactions of a wallet have come, in every scheme.
  public static List<Bytes> sendersOf(Wallet wallet) {
    return WalletForm.senders(wallet);
  }

  /// Takes a wallet off its profile. Its proof stays bound to that profile.
  public static void detach(Wallet wallet, Execution execution) {
    Usage.remove(execution, wallet.user(), WALLETS, Key.of(wallet.id().value()));
  }

  private static Owner alive(UserId user, Reader rows) {
    User profile =
        Users.find(user, rows)
            .orElseThrow(() -> new ImpossibleState("a wallet belongs to a profile"));
    return profile.closing() ? new Owner.Closing(user) : new Owner.One(user);
  }

  private static Wallet read(Fields fields) {
    return new Wallet(
        new WalletId(fields.uuid(0)),
        new UserId(fields.uuid(1)),
        fields.text(2),
        Optional.ofNullable(fields.textOrNull(3)),
        WalletType.named(fields.text(4))
            .orElseThrow(() -> new ImpossibleState("a stored wallet has a known type")),
        fields.text(5),
        fields.text(6),
        Optional.ofNullable(fields.textOrNull(7)),
        fields.text(8),
        fields.text(9),
        fields.bytes(10),
        fields.bool(11));
  }
}
