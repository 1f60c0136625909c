package dev.idos.ledger.writegrants.actions;

import dev.idos.ledger.accessgrants.AccessGrant.Origin;
import dev.idos.ledger.accessgrants.Granting;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.deletion.Closing;
import dev.idos.ledger.wallets.Wallet;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.ledger.writegrants.ConsumedPaper;
import dev.idos.ledger.writegrants.ConsumedPapers;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.message.GrantPapers;
import java.util.Optional;

/// `create_ag_by_dag_for_copy`: a grant on a copy, by a paper its owner signed.
public final class CreateAccessGrant {

  private CreateAccessGrant() {}

  /// Runs it, or answers with the first reason not to.
  public static Optional<Refused> apply(CreateAgByDagForCopy paper, Execution execution) {
    Optional<Wallet> owner = Wallets.walletOf(paper.dagOwnerWalletIdentifier(), execution.rows());
    if (owner.isEmpty()) {
      return Optional.of(Refusal.DAG_OWNER_NOT_FOUND.with());
    }
    return unsigned(paper, owner.get(), execution).or(() -> ofCopy(paper, owner.get(), execution));
  }

  private static Optional<Refused> unsigned(
      CreateAgByDagForCopy paper, Wallet owner, Execution execution) {
    Optional<Refused> broken =
        GrantPapers.fieldProblem(
            paper.dagOwnerWalletIdentifier(),
            paper.dagGranteeWalletIdentifier(),
            paper.dagContentHash());
    if (broken.isPresent()) {
      return broken;
    }
    return PaperSignature.isOf(owner, text(paper, execution), paper.dagSignature())
        ? Optional.empty()
        : Optional.of(Refusal.DAG_SIGNATURE_INVALID.with());
  }

  /// Only copies are granted by paper: an original has no reader but its owner (W8).
  private static Optional<Refused> ofCopy(
      CreateAgByDagForCopy paper, Wallet owner, Execution execution) {
    Optional<Credential> copy =
        Credentials.find(paper.dagDataId(), execution.rows())
            .filter(it -> it.owner().equals(owner.user()))
            .filter(it -> SharedCredentials.isCopy(it.id(), execution.rows()));
    if (copy.isEmpty()) {
      return Optional.of(Refusal.DAG_DATA_NOT_OWNED.with());
    }
    var bearer =
        new PaperBearer(owner, paper.dagGranteeWalletIdentifier(), copy.get().issuance().key());
    return bearer
        .refusal(execution)
        .or(() -> closing(owner, execution))
        .or(() -> consume(paper, execution))
        .or(() -> Granting.give(wish(paper, owner, execution), execution));
  }

  private static Optional<Refused> closing(Wallet owner, Execution execution) {
    return Closing.isClosing(owner.user(), execution.rows())
        ? Optional.of(Refusal.PROFILE_CLOSING.with())
        : Optional.empty();
  }

  /// A grant that was taken back comes back only by the owner's own hand (W5).
  private static Optional<Refused> consume(CreateAgByDagForCopy paper, Execution execution) {
    Optional<String> grantee = WalletIdentifier.canonicalOf(paper.dagGranteeWalletIdentifier());
    if (grantee.isEmpty()) {
      return Optional.of(Refusal.GRANTEE_INVALID.with());
    }
    ConsumedPaper use =
        ConsumedPapers.accessGrant(grantee.get(), paper.dagDataId(), paper.dagLockedUntil());
    if (ConsumedPapers.holds(ConsumedPapers.ACCESS_GRANTS, use, execution.rows())) {
      return Optional.of(Refusal.ACCESS_GRANT_EXISTS.with());
    }
    execution.rows().put(ConsumedPapers.ACCESS_GRANTS, use);
    return Optional.empty();
  }

  private static Granting.Wish wish(CreateAgByDagForCopy paper, Wallet owner, Execution execution) {
    return new Granting.Wish(
        owner.user(),
        paper.dagGranteeWalletIdentifier(),
        paper.dagDataId(),
        paper.dagLockedUntil(),
        paper.dagContentHash(),
        new Origin(Origin.ACCESS_PAPER, execution.caller().text()));
  }

  private static String text(CreateAgByDagForCopy paper, Execution execution) {
    return GrantPapers.accessGrant(
        paper.dagOwnerWalletIdentifier(),
        paper.dagGranteeWalletIdentifier(),
        paper.dagDataId(),
        paper.dagLockedUntil(),
        paper.dagContentHash(),
        execution.genesis().chainId());
  }
}
