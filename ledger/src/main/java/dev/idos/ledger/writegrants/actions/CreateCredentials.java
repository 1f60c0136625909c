package dev.idos.ledger.writegrants.actions;

import dev.idos.ledger.accessgrants.AccessGrant.Origin;
import dev.idos.ledger.accessgrants.Granting;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.ContentMark;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Issuance;
import dev.idos.ledger.credentials.Notes;
import dev.idos.ledger.deletion.Closing;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.proofs.CredentialProof;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.ledger.writegrants.ConsumedPaper;
import dev.idos.ledger.writegrants.ConsumedPapers;
import dev.idos.ledger.writegrants.WriteGrantRules;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.message.PaperDate;
import java.math.BigInteger;
import java.util.Optional;

/// `create_credentials_by_dwg`: an issuer writes a credential, and a copy for a consumer, with a
/// paper that the owner signed before leaving.
public final class CreateCredentials {

  private CreateCredentials() {}

  /// Runs it, or answers with the first reason not to, in the order of the original.
  public static Optional<Refused> apply(CreateCredentialsByDwg paper, Execution execution) {
    if (!sameIssuer(paper.issuerAuthPublicKey(), paper.dwgIssuerPublicKey(), execution.rows())) {
      return Optional.of(Refusal.DWG_ISSUER_MISMATCH.with());
    }
    Optional<Wallet> owner = Wallets.walletOf(paper.dwgOwner(), execution.rows());
    if (owner.isEmpty()) {
      return Optional.of(Refusal.DWG_OWNER_NOT_FOUND.with());
    }
    Wallet wallet = owner.get();
    return outsideWindow(paper, execution)
        .or(() -> unsigned(paper, wallet, execution))
        .or(() -> bearer(paper, wallet).refusal(execution))
        .or(() -> wrongCredentials(execution))
        .or(() -> closing(wallet.user(), execution))
        .or(() -> consume(paper, wallet, execution))
        .or(() -> write(paper, wallet.user(), execution));
  }

  /// The same key, or two keys of one inserter (W13).
  private static boolean sameIssuer(String key, String named, Reader rows) {
    var canonical = WalletIdentifier.canonicalOf(key);
    var inserter = Inserters.ofKey(key, rows);
    return (canonical.isPresent() && canonical.equals(WalletIdentifier.canonicalOf(named)))
        || (inserter.isPresent() && inserter.equals(Inserters.ofKey(named, rows)));
  }

  private static Optional<Refused> outsideWindow(
      CreateCredentialsByDwg paper, Execution execution) {
    return badDate(paper.dwgAccessGrantTimelock())
        .or(() -> badDate(paper.dwgNotBefore()))
        .or(() -> badDate(paper.dwgNotAfter()))
        .or(
            () ->
                WriteGrantRules.window(
                        seconds(paper.dwgNotBefore()),
                        seconds(paper.dwgNotAfter()),
                        execution.block().timeSeconds())
                    .map(Refusal::with));
  }

  private static Optional<Refused> unsigned(
      CreateCredentialsByDwg paper, Wallet owner, Execution execution) {
    Optional<Refused> broken =
        GrantPapers.fieldProblem(paper.dwgOwner(), paper.dwgGrantee(), paper.dwgIssuerPublicKey());
    if (broken.isPresent()) {
      return broken;
    }
    return PaperSignature.isOf(owner, text(paper, execution), paper.dwgSignature())
        ? Optional.empty()
        : Optional.of(Refusal.DWG_SIGNATURE_INVALID.with());
  }

  private static PaperBearer bearer(CreateCredentialsByDwg paper, Wallet owner) {
    return new PaperBearer(owner, paper.dwgGrantee(), paper.dwgIssuerPublicKey());
  }

  private static Optional<Refused> wrongCredentials(Execution execution) {
    return wrong(execution.proofs().credential(), Refusal.DWG_ORIGINAL_SIGNATURE_WRONG)
        .or(() -> wrong(execution.proofs().copy(), Refusal.DWG_COPY_SIGNATURE_WRONG));
  }

  private static Optional<Refused> wrong(CredentialProof proof, Refusal whenUnsigned) {
    return proof
        .refusal()
        .map(why -> why == Refusal.CREDENTIAL_SIGNATURE_WRONG ? whenUnsigned : why)
        .map(Refusal::with);
  }

  private static Optional<Refused> closing(UserId owner, Execution execution) {
    return Closing.isClosing(owner, execution.rows())
        ? Optional.of(Refusal.PROFILE_CLOSING.with())
        : Optional.empty();
  }

  /// One use, for ever; another owner's paper of the same id is no hindrance (W6).
  private static Optional<Refused> consume(
      CreateCredentialsByDwg paper, Wallet owner, Execution execution) {
    ConsumedPaper use = ConsumedPapers.writeGrant(owner.key(), paper.dwgId());
    if (ConsumedPapers.holds(ConsumedPapers.WRITE_GRANTS, use, execution.rows())) {
      return Optional.of(Refusal.DWG_CONSUMED.with());
    }
    execution.rows().put(ConsumedPapers.WRITE_GRANTS, use);
    return Optional.empty();
  }

  private static Optional<Refused> write(
      CreateCredentialsByDwg paper, UserId owner, Execution execution) {
    Optional<Refused> refused =
        CredentialRows.add(original(paper, owner, execution), paper.originalContent(), execution)
            .or(
                () ->
                    CredentialRows.add(
                        copy(paper, owner, execution), paper.copyContent(), execution));
    if (refused.isPresent()) {
      return refused;
    }
    CredentialRows.link(paper.originalCredentialId(), paper.copyCredentialId(), execution);
    return Granting.give(
        new Granting.Wish(
            owner,
            paper.dwgGrantee(),
            paper.copyCredentialId(),
            seconds(paper.dwgAccessGrantTimelock()),
            paper.contentHash(),
            new Origin(Origin.WRITE_PAPER, paper.dwgId().toString())),
        execution);
  }

  private static Credential original(
      CreateCredentialsByDwg paper, UserId owner, Execution execution) {
    return new Credential(
        paper.originalCredentialId(),
        owner,
        Notes.signed(paper.originalPublicNotes()),
        ContentMark.of(paper.originalContent(), execution.proofs().credential()),
        paper.originalEncryptorPublicKey(),
        Issuance.of(
            paper.issuerAuthPublicKey(),
            paper.originalPublicNotesSignature(),
            paper.originalBroaderSignature()),
        paper.dwgId().toString(),
        BigInteger.ZERO);
  }

  private static Credential copy(CreateCredentialsByDwg paper, UserId owner, Execution execution) {
    return new Credential(
        paper.copyCredentialId(),
        owner,
        Notes.OF_A_COPY,
        ContentMark.of(paper.copyContent(), execution.proofs().copy()),
        paper.copyEncryptorPublicKey(),
        Issuance.of(
            paper.issuerAuthPublicKey(),
            paper.copyPublicNotesSignature(),
            paper.copyBroaderSignature()),
        paper.dwgId().toString(),
        BigInteger.ZERO);
  }

  private static String text(CreateCredentialsByDwg paper, Execution execution) {
    return GrantPapers.writeGrant(
        paper.dwgOwner(),
        paper.dwgGrantee(),
        paper.dwgIssuerPublicKey(),
        paper.dwgId(),
        paper.dwgAccessGrantTimelock(),
        paper.dwgNotBefore(),
        paper.dwgNotAfter(),
        execution.genesis().chainId());
  }

  private static Optional<Refused> badDate(String date) {
    return PaperDate.parse(date).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.PAPER_DATE_INVALID.with(date));
  }

  private static long seconds(String checkedDate) {
    return PaperDate.parse(checkedDate).orElseThrow();
  }
}
