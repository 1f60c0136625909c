package dev.idos.ledger.wallets;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Wallet proofs that have been used. The text of a proof is free and official apps sign a constant
/// one, so whoever saw a proof could bind its wallet to another profile: a proof stays with the
/// first profile it was used for (W2).
///
/// Kept for ever under H(wallet, message). The key never holds the signature, of which one wallet
/// can make many for one text.
public final class ConsumedProofs {

  /// A used proof.
  ///
  /// @param proof the hash of wallet and message
  /// @param user the profile it is bound to; nothing once that profile is gone
  public record Consumed(Bytes proof, Optional<UserId> user) {}

  /// One row a proof that was ever used.
  public static final Table<Consumed> CONSUMED =
      new Table<>(
          "consumed_wallet_proofs",
          7,
          1,
          1,
          List.of(
              Column.of("proof", Kind.BYTES, Consumed::proof),
              Column.nullable(
                  "user_id", Kind.UUID, used -> used.user().map(UserId::value).orElse(null))),
          fields -> new Consumed(fields.bytes(0), fields.optionalUuid(1).map(UserId::new)));

  /// The proofs bound to a profile.
  public static final Index<Consumed> BY_USER =
      CONSUMED.index("consumed_wallet_proofs_by_user", false, "user_id");

  private ConsumedProofs() {}

  /// Binds a proof to the wallet's profile, unless it was ever bound to another one.
  static boolean bind(Wallet wallet, Execution execution) {
    Optional<Consumed> used = find(wallet, execution.rows());
    if (used.isPresent()) {
      return used.get().user().equals(Optional.of(wallet.user()));
    }
    put(wallet, execution.rows());
    return true;
  }

  /// The same for the first wallet of a new profile, which may also take over the proof of a
  /// profile that is gone: a person who starts afresh signs the app's constant text again.
  static boolean bindFirst(Wallet wallet, Execution execution) {
    Optional<UserId> bound = find(wallet, execution.rows()).flatMap(Consumed::user);
    if (bound.isPresent()) {
      return bound.get().equals(wallet.user());
    }
    put(wallet, execution.rows());
    return true;
  }

  /// Unbinds the proofs of a profile that is gone; that they were used stays known.
  public static void release(UserId user, Execution execution) {
    Changes rows = execution.rows();
    for (Consumed used : rows.where(BY_USER, Key.of(user.value()))) {
      rows.put(CONSUMED, new Consumed(used.proof(), Optional.empty()));
    }
  }

  private static Optional<Consumed> find(Wallet wallet, Changes rows) {
    return rows.find(CONSUMED, Key.of(hash(wallet)));
  }

  private static void put(Wallet wallet, Changes rows) {
    rows.put(CONSUMED, new Consumed(hash(wallet), Optional.of(wallet.user())));
  }

  private static Bytes hash(Wallet wallet) {
    Bytes length = Bytes.ofUnshared(ByteBuffer.allocate(4).putInt(wallet.key().length()).array());
    return Sha256.of(length, wallet.key(), Utf8.encode(wallet.message()));
  }
}
