package dev.idos.protocol.transaction;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Caller;
import dev.idos.protocol.Quoted;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import java.util.Optional;

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
    return AuthScheme.named(transaction.authType())
        .map(scheme -> signature(scheme, transaction).orElse(invalid("invalid signature")))
        .orElse(invalid("authenticator not found: " + Quoted.of(transaction.authType())));
  }

  /// The first thing wrong with the signature itself.
  static Optional<Refused> signature(AuthScheme scheme, Transaction transaction) {
    Bytes message = TransactionCodec.signedBytes(transaction);
    return WalletSignatures.problem(scheme, transaction.sender(), message, transaction.signature())
        .map(SignatureRules::invalid);
  }

  private static Refused invalid(String why) {
    return Refusal.SIGNATURE_INVALID.with(why);
  }
}
