package dev.idos.ledger.writegrants.actions;

import dev.idos.crypto.WalletProofs;
import dev.idos.ledger.wallets.Wallet;

/// Whether the owner's wallet signed the text of a paper.
final class PaperSignature {

  private PaperSignature() {}

  static boolean isOf(Wallet owner, String text, String signature) {
    return WalletProofs.signedBy(
        owner.type(), owner.address(), owner.publicKey().orElse(null), text, signature);
  }
}
