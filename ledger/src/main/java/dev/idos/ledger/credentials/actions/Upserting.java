package dev.idos.ledger.credentials.actions;

import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.ContentMark;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.CredentialRules;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.Issuance;
import dev.idos.ledger.credentials.Notes;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.proofs.CredentialProof;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.CredentialAction.UpsertCredentialAsInserter;
import java.math.BigInteger;
import java.util.Optional;

/// `upsert_credential_as_inserter`: an inserter puts a credential into a profile, or replaces one
/// that it put there itself (W1).
final class Upserting {

  private Upserting() {}

  static Optional<Refused> apply(UpsertCredentialAsInserter upsert, Execution execution) {
    Optional<Inserter> inserter = Inserters.of(execution.caller(), execution.rows());
    if (inserter.isEmpty()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    Optional<Refusal> wrong = execution.proofs().credential().refusal();
    if (wrong.isPresent()) {
      return wrong.map(Refusal::with);
    }
    Credential wanted = credential(upsert, inserter.get().name(), execution.proofs().credential());
    Optional<Credential> there = Credentials.find(upsert.id(), execution.rows());
    if (there.isPresent() && there.get().equals(wanted)) {
      execution.effects().notice("the credential is there already: nothing was changed");
      return Optional.empty();
    }
    Optional<Refusal> closed = profile(upsert, execution.rows());
    if (closed.isPresent()) {
      return closed.map(Refusal::with);
    }
    return there.isPresent()
        ? replace(there.get(), wanted, upsert.content(), execution)
        : CredentialRows.add(wanted, upsert.content(), execution);
  }

  private static Optional<Refusal> profile(UpsertCredentialAsInserter upsert, Reader rows) {
    Optional<User> user = Users.find(upsert.userId(), rows);
    if (user.isEmpty()) {
      return Optional.of(Refusal.PROFILE_NOT_FOUND);
    }
    return user.get().closing() ? Optional.of(Refusal.PROFILE_CLOSING) : Optional.empty();
  }

  private static Optional<Refused> replace(
      Credential there, Credential wanted, String content, Execution execution) {
    Optional<Refusal> foreign =
        CredentialRules.overwriteAsInserter(
            there, wanted, isCopyOrShared(there.id(), execution.rows()));
    return foreign.isPresent()
        ? foreign.map(Refusal::with)
        : CredentialRows.replace(there, wanted, content, execution);
  }

  private static boolean isCopyOrShared(CredentialId id, Reader rows) {
    return SharedCredentials.isCopy(id, rows)
        || !SharedCredentials.copiesOf(id, rows).isEmpty()
        || !AccessGrants.on(id, rows).isEmpty();
  }

  private static Credential credential(
      UpsertCredentialAsInserter upsert, String inserter, CredentialProof proof) {
    return new Credential(
        upsert.id(),
        upsert.userId(),
        Notes.signed(upsert.publicNotes()),
        ContentMark.of(upsert.content(), proof),
        upsert.encryptorPublicKey(),
        Issuance.of(
            upsert.issuerAuthPublicKey(), upsert.publicNotesSignature(), upsert.broaderSignature()),
        inserter,
        BigInteger.ZERO);
  }
}
