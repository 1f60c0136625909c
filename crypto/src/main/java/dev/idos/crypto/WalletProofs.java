package dev.idos.crypto;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proofs that somebody holds a wallet: a text signed the way that kind of wallet signs texts.
/// Everything arrives as text, as `add_wallet` and grant papers carry it.
public final class WalletProofs {

  private WalletProofs() {}

  /// Whether the wallet signed the message. Never throws, whatever the texts.
  public static boolean isValid(
      WalletType type,
      String address,
      @Nullable String publicKey,
      String message,
      String signature) {
    Optional<Bytes> wallet = canonicalWallet(type, address, publicKey);
    Optional<Bytes> text = Text.encode(message);
    Optional<Bytes> signed = signatureBytes(type, signature);
    return wallet.isPresent()
        && text.isPresent()
        && signed.isPresent()
        && isSigned(type, wallet.get(), text.get(), signed.get());
  }

  /// Whether the wallet signed a grant paper. The schemes are those of a proof.
  public static boolean signedBy(
      WalletType type, String address, @Nullable String publicKey, String text, String signature) {
    return isValid(type, address, publicKey, text, signature);
  }

  /// What a wallet is, whatever way it was written: 20 address bytes (EVM) or the public key.
  /// Empty when address and key are malformed or contradict each other.
  public static Optional<Bytes> canonicalWallet(
      WalletType type, String address, @Nullable String publicKey) {
    return switch (type) {
      case EVM -> EvmAddress.parse(address);
      case NEAR -> near(address, publicKey);
      case XRPL -> xrpl(address, publicKey);
      case STELLAR -> sameKey(stellarKey(address), publicKey, WalletProofs::stellarKey);
      case FACESIGN -> sameKey(hexKey(address), publicKey, WalletProofs::hexKey);
    };
  }

  private static boolean isSigned(WalletType type, Bytes wallet, Bytes message, Bytes signature) {
    return switch (type) {
      case EVM -> Eip191.signer(message, signature).filter(wallet::equals).isPresent();
      case NEAR -> Nep413.isSigned(wallet, message, signature);
      case XRPL -> Xrpl.isSigned(wallet, message, signature);
      case STELLAR ->
          Ed25519.verify(wallet, message, signature) || Sep53.isSigned(wallet, message, signature);
      case FACESIGN -> Ed25519.verify(wallet, message, signature);
    };
  }

  /// An account of 64 hex digits is its key. A named account has its keys on NEAR, which a ledger
  /// cannot ask, so here any key may stand beside a name.
  private static Optional<Bytes> near(String account, @Nullable String publicKey) {
    if (publicKey == null || account.isEmpty()) {
      return Optional.empty();
    }
    Optional<Bytes> key = NearKey.parse(publicKey);
    Optional<Bytes> implicit = hexKey(account);
    return implicit.isPresent() && !implicit.equals(key) ? Optional.empty() : key;
  }

  private static Optional<Bytes> xrpl(String address, @Nullable String publicKey) {
    return publicKey == null
        ? Optional.empty()
        : Hex.decode(publicKey, Xrpl.KEY_LENGTH)
            .filter(Xrpl::isKey)
            .filter(key -> XrplAddress.of(key).equals(address));
  }

  private static Optional<Bytes> sameKey(
      Optional<Bytes> fromAddress, @Nullable String publicKey, KeyReader reader) {
    return publicKey == null || reader.read(publicKey).equals(fromAddress)
        ? fromAddress
        : Optional.empty();
  }

  private static Optional<Bytes> stellarKey(String text) {
    return text.length() == StrKey.LENGTH ? StrKey.decode(text) : hexKey(text);
  }

  private static Optional<Bytes> hexKey(String text) {
    return Hex.decode(text, Ed25519.PUBLIC_KEY_LENGTH);
  }

  private static Optional<Bytes> signatureBytes(WalletType type, String signature) {
    if (type != WalletType.EVM) {
      return Hex.decode(signature);
    }
    return signature.startsWith("0x") ? Hex.decode(signature.substring(2)) : Optional.empty();
  }

  /// Reads a key in the ways one kind of wallet writes it.
  private interface KeyReader {
    Optional<Bytes> read(String text);
  }
}
