package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.ContentMark;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Issuance;
import dev.idos.ledger.credentials.Notes;
import dev.idos.ledger.proofs.CredentialProof;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import java.math.BigInteger;
import java.util.Optional;

/// `add_credential`: an owner keeps a credential it was given.
final class Adding {

  private Adding() {}

  static Optional<Refused> apply(AddCredential add, Execution execution) {
    Optional<Refusal> wrong = execution.proofs().credential().refusal();
    if (wrong.isPresent()) {
      return wrong.map(Refusal::with);
    }
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    return owner instanceof Owner.One(UserId user)
        ? CredentialRows.add(
            credential(add, user, execution.proofs().credential()), add.content(), execution)
        : owner.refusal();
  }

  private static Credential credential(AddCredential add, UserId user, CredentialProof proof) {
    return new Credential(
        add.id(),
        user,
        Notes.signed(add.publicNotes()),
        ContentMark.of(add.content(), proof),
        add.encryptorPublicKey(),
        Issuance.of(add.issuerAuthPublicKey(), add.publicNotesSignature(), add.broaderSignature()),
        null,
        BigInteger.ZERO);
  }
}
