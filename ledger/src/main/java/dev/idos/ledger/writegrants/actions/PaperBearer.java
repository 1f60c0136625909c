package dev.idos.ledger.writegrants.actions;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.Caller;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.WalletIdentifier;
import java.util.Optional;
import java.util.Set;

/// Who may hand in a paper: whom it names, not whoever got hold of it (W4).
///
/// @param owner a wallet of the profile that signed it
/// @param grantee whom it is for
/// @param issuerKey the issuer whose credential it is about
record PaperBearer(Wallet owner, String grantee, String issuerKey) {

  /// Refuses a caller whom the paper does not name.
  Optional<Refused> refusal(Execution execution) {
    return isNamed(execution.caller(), execution.rows())
        ? Optional.empty()
        : Optional.of(Refusal.PAPER_CALLER_NOT_NAMED.with());
  }

  private boolean isNamed(Caller caller, Reader rows) {
    return isCalled(caller, grantee)
        || isCalled(caller, issuerKey)
        || Wallets.userOf(caller, rows).open().equals(Optional.of(owner.user()))
        || actsForIssuer(caller, rows);
  }

  private static boolean isCalled(Caller caller, String identifier) {
    Set<String> forms = CallerForms.of(caller);
    return WalletIdentifier.canonicalOf(identifier).filter(forms::contains).isPresent();
  }

  private boolean actsForIssuer(Caller caller, Reader rows) {
    Optional<InserterId> issuer = Inserters.ofKey(issuerKey, rows);
    return issuer.isPresent() && Inserters.of(caller, rows).map(Inserter::id).equals(issuer);
  }
}
