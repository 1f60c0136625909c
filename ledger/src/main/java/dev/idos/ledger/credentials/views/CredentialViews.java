package dev.idos.ledger.credentials.views;

import dev.idos.ledger.answers.Paging;
import dev.idos.ledger.answers.Whole;
import dev.idos.ledger.block.View;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Key;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.protocol.query.CredentialQuery.CredentialExistAsInserter;
import dev.idos.protocol.query.CredentialQuery.GetCredentialOwned;
import dev.idos.protocol.query.CredentialQuery.GetCredentialProof;
import dev.idos.protocol.query.CredentialQuery.GetCredentialShared;
import dev.idos.protocol.query.CredentialQuery.GetCredentials;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsPage;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsSharedByUser;
import dev.idos.protocol.query.CredentialQuery.GetCredentialsSharedByUserPage;
import dev.idos.protocol.query.CredentialQuery.GetSiblingCredentialId;
import java.util.List;
import java.util.Optional;

/// Everything that can be asked about credentials.
public final class CredentialViews {

  /// Answers a question.
  public Answer answer(CredentialQuery query, View view) {
    return switch (query) {
      case GetCredentials _ -> all(view);
      case GetCredentialsPage page -> page(page, view);
      case GetCredentialsSharedByUser shared ->
          SharedViews.whole(shared.userId(), shared.originalIssuerAuthPublicKey(), view);
      case GetCredentialsSharedByUserPage page -> sharedPage(page, view);
      case GetCredentialOwned(CredentialId id) -> owned(id, view);
      case GetCredentialShared(CredentialId id) -> SharedViews.one(id, view);
      case GetSiblingCredentialId(String contentHash) -> SharedViews.sibling(contentHash, view);
      case CredentialExistAsInserter(CredentialId id) -> exists(id, view);
      case GetCredentialProof(CredentialId id) -> proof(id, view);
    };
  }

  private static Answer all(View view) {
    Optional<UserId> owner = Readers.owner(view);
    return owner.isEmpty()
        ? CredentialShapes.LISTED.none()
        : Whole.read(Credentials.BY_OWNER, Key.of(owner.get().value()), view.rows())
            .map(found -> found.stream().map(it -> Listed.of(it, view.rows())).toList())
            .map(CredentialShapes.LISTED::all)
            .orElseGet(Whole::tooLong);
  }

  private static Answer page(GetCredentialsPage page, View view) {
    return switch (Paging.of(page.after(), page.size())) {
      case Paging.Impossible(Refused refused) -> new Answer.Denied(refused);
      case Paging.Part(Optional<Key> after, int size) ->
          CredentialShapes.LISTED_PAGE.all(part(after, size, view));
    };
  }

  private static List<Listed> part(Optional<Key> after, int size, View view) {
    return Readers.owner(view)
        .map((UserId user) -> Key.of(user.value()))
        .map(user -> view.rows().page(Credentials.BY_OWNER, user, after, size))
        .stream()
        .flatMap(List::stream)
        .map(credential -> Listed.of(credential, view.rows()))
        .toList();
  }

  private static Answer sharedPage(GetCredentialsSharedByUserPage page, View view) {
    return switch (Paging.of(page.after(), page.size())) {
      case Paging.Impossible(Refused refused) -> new Answer.Denied(refused);
      case Paging.Part(Optional<Key> after, int size) ->
          CredentialShapes.SHARED_PAGE.all(
              SharedViews.part(
                  page.userId(), page.originalIssuerAuthPublicKey(), after, size, view));
    };
  }

  private static Answer owned(CredentialId id, View view) {
    return CredentialShapes.READ.one(
        Credentials.find(id, view.rows())
            .filter(credential -> Readers.owns(credential, view))
            .map(credential -> Read.of(credential, credential.notes().text(), view.rows())));
  }

  /// Any inserter may ask, as issuers do before they write; the node counts and limits it (W31).
  private static Answer exists(CredentialId id, View view) {
    return Inserters.of(view.caller(), view.rows()).isEmpty()
        ? new Answer.Denied(Refusal.INSERTER_UNAUTHORIZED.with())
        : CredentialShapes.EXISTS.one(Credentials.find(id, view.rows()).isPresent());
  }

  /// For the owner, for whom it is shared with, and for readers of a copy, who check the notes they
  /// see with the original's signature (W24).
  private static Answer proof(CredentialId id, View view) {
    return Credentials.find(id, view.rows())
        .filter(
            credential ->
                Readers.owns(credential, view)
                    || Readers.isGranted(id, view)
                    || Readers.isGrantedCopyOf(id, view))
        .map(credential -> Listed.of(credential, view.rows()))
        .map(it -> new Proven(it.credential(), it.original(view.rows())))
        .map(CredentialShapes.PROOF::one)
        .orElseGet(SharedViews::notShared);
  }
}
