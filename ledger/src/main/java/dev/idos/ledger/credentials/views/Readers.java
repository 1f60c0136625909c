package dev.idos.ledger.credentials.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.View;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.deletion.Closing;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.util.Optional;
import java.util.Set;

/// Who may read a credential: its owner, and whom a grant opens it to.
final class Readers {

  private Readers() {}

  /// The caller's profile, unless it is being deleted.
  static Optional<UserId> owner(View view) {
    return Wallets.userOf(view.caller(), view.rows()).open();
  }

  static boolean owns(Credential credential, View view) {
    return owner(view).equals(Optional.of(credential.owner()));
  }

  /// Whether one of the caller's grants opens exactly this credential.
  static boolean isGranted(CredentialId id, View view) {
    Set<String> forms = CallerForms.of(view.caller());
    return !forms.isEmpty()
        && AccessGrants.on(id, view.rows()).stream()
            .filter(grant -> forms.contains(grant.grantee().canonical()))
            .anyMatch(grant -> opens(grant, view));
  }

  /// Whether one of the caller's grants opens a copy of this credential.
  static boolean isGrantedCopyOf(CredentialId original, View view) {
    return SharedCredentials.copiesOf(original, view.rows()).stream()
        .anyMatch(copy -> isGranted(copy, view));
  }

  static boolean opens(AccessGrant grant, View view) {
    return AccessGrantRules.opens(
        grant, Closing.isClosing(grant.owner(), view.rows()), view.now().timeSeconds());
  }
}
