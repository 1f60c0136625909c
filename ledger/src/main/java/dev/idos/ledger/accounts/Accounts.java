package dev.idos.ledger.accounts;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Account;
import java.util.List;

/// The last nonce of every account. Kept for ever, or an old transaction would be valid again; kept
/// under a hash, so that nobody is named by it.
public final class Accounts {

  /// What an account has used up.
  ///
  /// @param account the hash of its key type and identifier
  /// @param nonce the last nonce that counts as used
  public record Used(Bytes account, long nonce) {}

  /// One row an account that ever sent a transaction.
  public static final Table<Used> ACCOUNTS =
      new Table<>(
          "accounts",
          5,
          1,
          1,
          List.of(
              Column.of("account", Kind.BYTES, Used::account),
              Column.of("nonce", Kind.INT8, Used::nonce)),
          fields -> new Used(fields.bytes(0), fields.int8(1)));

  private Accounts() {}

  /// The last used nonce of an account, 0 for one that never sent anything.
  public static long nonce(Account account, Reader rows) {
    return rows.find(ACCOUNTS, key(account)).map(Used::nonce).orElse(0L);
  }

  /// Uses a nonce up.
  public static void use(Account account, long nonce, Changes rows) {
    rows.put(ACCOUNTS, new Used(hash(account), nonce));
  }

  private static Key key(Account account) {
    return Key.of(hash(account));
  }

  private static Bytes hash(Account account) {
    return Sha256.of(Bytes.of(account.keyType().wireNumber()), account.identifier());
  }
}
