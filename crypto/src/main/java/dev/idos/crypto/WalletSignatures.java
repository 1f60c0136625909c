package dev.idos.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The authenticators of the wire: who signed a transaction, a login or a call.
public final class WalletSignatures {

  private static final int ED25519_LENGTH = Ed25519.PUBLIC_KEY_LENGTH;

  private WalletSignatures() {}

  /// Whether the sender signed the message. Never throws, whatever the bytes.
  public static boolean isValid(AuthScheme scheme, Bytes sender, Bytes message, Bytes signature) {
    return switch (scheme) {
      case SECP256K1_EP -> Eip191.signer(message, signature).filter(sender::equals).isPresent();
      case ED25519 -> Ed25519.verify(sender, message, signature);
      case NEP413 -> Nep413.isSigned(sender, message, signature);
      case XRPL -> Xrpl.isSigned(sender, message, signature);
      case SEP53 ->
          stellarKey(sender).filter(key -> Sep53.isSigned(key, message, signature)).isPresent();
    };
  }

  /// What is wrong with a signature, in the words of the wire; empty when it is valid.
  public static Optional<String> problem(
      AuthScheme scheme, Bytes sender, Bytes message, Bytes signature) {
    if (isValid(scheme, sender, message, signature)) {
      return Optional.empty();
    }
    int expected = scheme == AuthScheme.SECP256K1_EP ? SignatureRules.RECOVERABLE_LENGTH : 64;
    boolean isFixed = scheme != AuthScheme.NEP413 && scheme != AuthScheme.XRPL;
    if (isFixed && signature.length() != expected) {
      return Optional.of(
          "invalid signature length: expected " + expected + ", received " + signature.length());
    }
    return Optional.of(
        scheme == AuthScheme.SECP256K1_EP
            ? Eip191.signer(message, signature)
                .map(
                    signer ->
                        "invalid signature: expected address "
                            + sender.hex()
                            + ", received "
                            + signer.hex())
                .orElse("invalid signature")
            : "invalid signature");
  }

  /// The `@caller` text of a sender; empty when the bytes cannot be a sender of that scheme.
  public static Optional<String> callerText(AuthScheme scheme, Bytes sender) {
    return switch (scheme) {
      case SECP256K1_EP ->
          sender.length() == EvmAddress.LENGTH
              ? Optional.of(EvmAddress.checksummed(sender))
              : Optional.empty();
      case ED25519 ->
          sender.length() == ED25519_LENGTH ? Optional.of(sender.hex()) : Optional.empty();
      case NEP413 ->
          sender.length() == ED25519_LENGTH ? Optional.of(NearKey.text(sender)) : Optional.empty();
      case XRPL -> Xrpl.isKey(sender) ? Optional.of(XrplAddress.of(sender)) : Optional.empty();
      case SEP53 -> stellarKey(sender).map(StrKey::encode);
    };
  }

  /// The kind of key under which the sender's nonces are counted.
  public static KeyType keyType(AuthScheme scheme, Bytes sender) {
    return switch (scheme) {
      case SECP256K1_EP -> KeyType.SECP256K1;
      case ED25519, NEP413, SEP53 -> KeyType.ED25519;
      case XRPL -> Xrpl.isEd25519(sender) ? KeyType.ED25519 : KeyType.SECP256K1;
    };
  }

  /// The key inside a `sep53` sender, which is the text of its address.
  private static Optional<Bytes> stellarKey(Bytes sender) {
    return sender.length() == StrKey.LENGTH
        ? StrKey.decode(new String(sender.exposeUnshared(), StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }
}
