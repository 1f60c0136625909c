package dev.idos.sdk;

import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import java.util.Optional;

/// A wallet of a profile.
///
/// @param type the kind of wallet, by its wire name
/// @param inserter the name of the inserter that added it; empty when its owner did
public record WalletEntry(
    WalletId id,
    UserId userId,
    String address,
    Optional<String> publicKey,
    String type,
    Optional<String> inserter) {

  static WalletEntry of(Row row) {
    return new WalletEntry(
        new WalletId(row.uuid("id")),
        new UserId(row.uuid("user_id")),
        row.text("address"),
        row.maybeText("public_key"),
        row.text("wallet_type"),
        row.maybeText("inserter"));
  }
}
