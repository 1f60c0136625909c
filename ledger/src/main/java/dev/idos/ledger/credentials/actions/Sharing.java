package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.accessgrants.AccessGrant.Origin;
import dev.idos.ledger.accessgrants.Granting;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.ContentMark;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.Issuance;
import dev.idos.ledger.credentials.Notes;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.proofs.CredentialProof;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import java.math.BigInteger;
import java.util.Optional;

/// `share_credential`: an owner makes a copy of an original for a grantee.
final class Sharing {

  private Sharing() {}

  static Optional<Refused> apply(ShareCredential share, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    return switch (owner) {
      case Owner.One(UserId user) -> share(share, user, execution);
      case Owner.Nobody _ -> Optional.of(Refusal.ORIGINAL_NOT_OWNED.with());
      case Owner.Closing _, Owner.Several _ -> owner.refusal();
    };
  }

  private static Optional<Refused> share(ShareCredential share, UserId user, Execution execution) {
    if (!isOriginalOf(share.originalCredentialId(), user, execution)) {
      return Optional.of(Refusal.ORIGINAL_NOT_OWNED.with());
    }
    if (!share.publicNotes().isEmpty()) {
      return Optional.of(Refusal.COPY_NOTES_NOT_EMPTY.with());
    }
    Optional<Refusal> wrong = execution.proofs().credential().refusal();
    if (wrong.isPresent()) {
      return wrong.map(Refusal::with);
    }
    Optional<Refused> refused =
        CredentialRows.add(
            copy(share, user, execution.proofs().credential()), share.content(), execution);
    if (refused.isPresent()) {
      return refused;
    }
    CredentialRows.link(share.originalCredentialId(), share.id(), execution);
    return Granting.give(
        new Granting.Wish(
            user,
            share.granteeWalletIdentifier(),
            share.id(),
            share.lockedUntil(),
            share.contentHash(),
            new Origin(Origin.USER, execution.caller().text())),
        execution);
  }

  /// A copy of a copy would have no notes and no end (W8).
  private static boolean isOriginalOf(CredentialId id, UserId user, Execution execution) {
    return Credentials.find(id, execution.rows())
            .filter(original -> original.owner().equals(user))
            .isPresent()
        && !SharedCredentials.isCopy(id, execution.rows());
  }

  private static Credential copy(ShareCredential share, UserId user, CredentialProof proof) {
    return new Credential(
        share.id(),
        user,
        Notes.OF_A_COPY,
        ContentMark.of(share.content(), proof),
        share.encryptorPublicKey(),
        Issuance.of(
            share.issuerAuthPublicKey(), share.publicNotesSignature(), share.broaderSignature()),
        null,
        BigInteger.ZERO);
  }
}
