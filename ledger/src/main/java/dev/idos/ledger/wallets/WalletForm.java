package dev.idos.ledger.wallets;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.StrKey;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.Utf8;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a wallet is, however it is written: 20 address bytes (EVM) or the public key, without the
/// wallet type. An XRPL key of the Ed25519 kind counts without its prefix `ED`, because it signs
/// what the same key of a Stellar or FaceSign wallet signs.
final class WalletForm {

  private static final int ED25519_LENGTH = 32;
  private static final int XRPL_ED25519_PREFIX = 0xed;

  private WalletForm() {}

  /// The key of a wallet, or nothing when address and key are malformed or contradict each other.
  static Optional<Bytes> of(WalletType type, String address, @Nullable String publicKey) {
    return WalletProofs.canonicalWallet(type, address, publicKey)
        .map(key -> type == WalletType.XRPL ? withoutPrefix(key) : key);
  }

  /// The sender bytes under which transactions of a wallet have come, in every scheme.
  static List<Bytes> senders(Wallet wallet) {
    return switch (wallet.type()) {
      case EVM, NEAR, FACESIGN -> List.of(wallet.key());
      case XRPL ->
          wallet.key().length() == ED25519_LENGTH
              ? List.of(Bytes.concat(Bytes.of(XRPL_ED25519_PREFIX), wallet.key()))
              : List.of(wallet.key());
      case STELLAR -> List.of(wallet.key(), Utf8.encode(StrKey.encode(wallet.key())));
    };
  }

  private static Bytes withoutPrefix(Bytes xrplKey) {
    return xrplKey.at(0) == XRPL_ED25519_PREFIX ? xrplKey.slice(1, xrplKey.length()) : xrplKey;
  }
}
