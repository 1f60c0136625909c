package dev.idos.ledger.accessgrants.views;

import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.block.View;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.message.PaperDate;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.Answer;
import java.util.Optional;

/// The texts that owners sign. Anybody may ask: they say nothing that the asker did not.
final class PaperViews {

  private static final Shape<String> MESSAGE =
      Shape.<String>empty().text("message", message -> message);

  private PaperViews() {}

  static Answer writeGrant(DwgMessage paper, View view) {
    Optional<Refused> refused =
        badDate(paper.accessGrantTimelock())
            .or(() -> badDate(paper.notUsableBefore()))
            .or(() -> badDate(paper.notUsableAfter()))
            .or(() -> reversed(paper))
            .or(
                () ->
                    GrantPapers.fieldProblem(
                        paper.ownerWalletIdentifier(),
                        paper.granteeWalletIdentifier(),
                        paper.issuerPublicKey()));
    return refused.isPresent() ? new Answer.Denied(refused.get()) : MESSAGE.one(text(paper, view));
  }

  static Answer accessGrant(DagMessage paper, View view) {
    Optional<Refused> refused =
        GrantPapers.fieldProblem(
            paper.dagOwnerWalletIdentifier(),
            paper.dagGranteeWalletIdentifier(),
            paper.dagContentHash());
    return refused.isPresent()
        ? new Answer.Denied(refused.get())
        : MESSAGE.one(
            GrantPapers.accessGrant(
                paper.dagOwnerWalletIdentifier(),
                paper.dagGranteeWalletIdentifier(),
                paper.dagDataId(),
                paper.dagLockedUntil(),
                paper.dagContentHash(),
                view.genesis().chainId()));
  }

  private static String text(DwgMessage paper, View view) {
    return GrantPapers.writeGrant(
        paper.ownerWalletIdentifier(),
        paper.granteeWalletIdentifier(),
        paper.issuerPublicKey(),
        paper.id(),
        paper.accessGrantTimelock(),
        paper.notUsableBefore(),
        paper.notUsableAfter(),
        view.genesis().chainId());
  }

  private static Optional<Refused> badDate(String date) {
    return PaperDate.parse(date).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.PAPER_DATE_INVALID.with(date));
  }

  /// Both dates have been read already.
  private static Optional<Refused> reversed(DwgMessage paper) {
    long before = PaperDate.parse(paper.notUsableBefore()).orElseThrow();
    long after = PaperDate.parse(paper.notUsableAfter()).orElseThrow();
    return before < after ? Optional.empty() : Optional.of(Refusal.PAPER_TIMES_REVERSED.with());
  }
}
