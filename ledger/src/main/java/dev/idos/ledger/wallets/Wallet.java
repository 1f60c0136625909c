package dev.idos.ledger.wallets;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import java.util.Optional;

/// A wallet that holds a profile.
///
/// @param address as it was given
/// @param publicKey as it was given
/// @param message the text it proved itself with
/// @param signature its signature of that text
/// @param inserter the name of the inserter that attached it
/// @param identifier the canonical text its callers are matched by: the address of an EVM, XRPL or
///     Stellar wallet, the key of a NEAR or FaceSign one
/// @param foundBy the canonical form of the address
/// @param key what it is, however it is written ([WalletForm])
/// @param verified whether the signature proves the address, not only the key (W3)
public record Wallet(
    WalletId id,
    UserId user,
    String address,
    Optional<String> publicKey,
    WalletType type,
    String message,
    String signature,
    Optional<String> inserter,
    String identifier,
    String foundBy,
    Bytes key,
    boolean verified) {}
