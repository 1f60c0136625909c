package dev.idos.protocol.transaction;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Quoted;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import java.util.Optional;
import java.util.OptionalInt;

/// When the signature of a transaction is believed. Each clause has the text of the original.
final class SignatureRules {

  private SignatureRules() {}

  /// The first thing wrong with what surrounds the signature.
  static Optional<Refused> form(Transaction transaction) {
    if (!TransactionCodec.isDescriptionShort(transaction.body().description())) {
      return Optional.of(invalid("description is too long"));
    }
    return switch (transaction.serialization()) {
      case Transaction.CONCAT, Transaction.DIRECT -> Optional.empty();
      default -> Optional.of(invalid("invalid serialization type"));
    };
  }

  /// Whoever the transaction says it is from, not yet believed.
  static Optional<Caller> claimed(Transaction transaction) {
    return AuthScheme.named(transaction.authType())
        .flatMap(
            scheme ->
                WalletSignatures.callerText(scheme, transaction.sender())
                    .map(text -> new Caller(scheme, transaction.sender(), text)));
  }

  /// Why there is no caller to believe.
  static Refused unclaimed(Transaction transaction) {
    return AuthScheme.named(transaction.authType()).isEmpty()
        ? invalid("authenticator not found: " + Quoted.of(transaction.authType()))
        : invalid("invalid signature: the sender is not an identifier of this authenticator");
  }

  /// The first thing wrong with the signature itself.
  static Optional<Refused> signature(Caller caller, Transaction transaction) {
    Bytes signature = transaction.signature();
    OptionalInt length = length(caller.scheme());
    if (length.isPresent() && length.getAsInt() != signature.length()) {
      return Optional.of(
          invalid(
              "invalid signature length: expected %d, received %d"
                  .formatted(length.getAsInt(), signature.length())));
    }
    Bytes message = TransactionCodec.signedBytes(transaction);
    return WalletSignatures.isValid(caller.scheme(), caller.sender(), message, signature)
        ? Optional.empty()
        : Optional.of(invalid("invalid signature: expected one of " + caller.text()));
  }

  private static OptionalInt length(AuthScheme scheme) {
    return switch (scheme) {
      case SECP256K1_EP -> OptionalInt.of(65);
      case ED25519, SEP53 -> OptionalInt.of(64);
      case NEP413, XRPL -> OptionalInt.empty();
    };
  }

  private static Refused invalid(String why) {
    return Refusal.SIGNATURE_INVALID.with(why);
  }
}
