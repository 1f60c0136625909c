package dev.idos.ledger.accessgrants.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.answers.Paging;
import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.block.View;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.deletion.Locks;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsForCredential;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsForCredentialPage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGranted;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGrantedCount;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsGrantedPage;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsOwned;
import dev.idos.protocol.query.AccessGrantQuery.GetAccessGrantsOwnedPage;
import dev.idos.protocol.query.AccessGrantQuery.HasLockedAccessGrants;
import dev.idos.protocol.query.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked about access grants and papers.
public final class AccessGrantViews {

  private static final Shape<AccessGrant> GRANT =
      Shape.<AccessGrant>empty()
          .uuid("id", grant -> grant.id().value())
          .uuid("ag_owner_user_id", grant -> grant.owner().value())
          .text("ag_grantee_wallet_identifier", grant -> grant.grantee().asGiven())
          .uuid("data_id", grant -> grant.data().value())
          .int8("locked_until", AccessGrant::lockedUntil)
          .text("content_hash", AccessGrant::contentHash)
          .text("inserter_type", grant -> grant.origin().type())
          .text("inserter_id", grant -> grant.origin().id());

  private static final Shape<AccessGrant> GRANT_PAGE = GRANT.text("cursor", GrantCursor::of);

  private static final Shape<Long> COUNT = Shape.<Long>empty().int8("count", count -> count);

  private static final Shape<Boolean> HAS = Shape.<Boolean>empty().bool("has", has -> has);

  /// Answers a question.
  public Answer answer(AccessGrantQuery query, View view) {
    return switch (query) {
      case GetAccessGrantsOwned _ ->
          GRANT.all(owner(view).map(user -> AccessGrants.of(user, view.rows())).orElse(List.of()));
      case GetAccessGrantsOwnedPage(var after, var size) -> ownedPage(after, size, view);
      case GetAccessGrantsGranted granted -> granted(granted, view);
      case GetAccessGrantsGrantedPage page -> grantedPage(page, view);
      case GetAccessGrantsGrantedCount(var user) -> COUNT.one(new Granted(user).count(view));
      case GetAccessGrantsForCredential(CredentialId id) -> GRANT.all(own(id, view).toList());
      case GetAccessGrantsForCredentialPage page -> forCredentialPage(page, view);
      case HasLockedAccessGrants(CredentialId id) -> HAS.one(hasLocked(id, view));
      case DwgMessage paper -> PaperViews.writeGrant(paper, view);
      case DagMessage paper -> PaperViews.accessGrant(paper, view);
    };
  }

  private static Optional<UserId> owner(View view) {
    return Wallets.userOf(view.caller(), view.rows()).open();
  }

  private static Answer ownedPage(@Nullable String after, @Nullable Long size, View view) {
    return switch (GrantPart.of(after, size)) {
      case GrantPart.Impossible(Refused refused) -> new Answer.Denied(refused);
      case GrantPart.Wanted(Optional<Key> place, int rows) ->
          GRANT_PAGE.all(
              owner(view)
                  .map(user -> Key.of(user.value()))
                  .map(user -> view.rows().page(AccessGrants.BY_OWNER, user, place, rows))
                  .orElse(List.of()));
    };
  }

  /// Pages count from 1; without numbers the first 20, never more than 100 (W21).
  private static Answer granted(GetAccessGrantsGranted query, View view) {
    long page = query.page() == null ? 1 : query.page();
    if (page < 1) {
      return new Answer.Denied(Refusal.PAGE_INVALID.with());
    }
    return switch (Paging.of(null, query.size())) {
      case Paging.Impossible(Refused refused) -> new Answer.Denied(refused);
      case Paging.Part(_, int size) -> GRANT.all(numbered(query.userId(), page, size, view));
    };
  }

  private static List<AccessGrant> numbered(
      @Nullable UserId owner, long page, int size, View view) {
    long before = Math.min(page - 1, Integer.MAX_VALUE / size - 1) * size;
    return new Granted(owner)
        .page(Optional.empty(), (int) (before + size), view).stream().skip(before).toList();
  }

  private static Answer grantedPage(GetAccessGrantsGrantedPage page, View view) {
    return switch (GrantPart.of(page.after(), page.size())) {
      case GrantPart.Impossible(Refused refused) -> new Answer.Denied(refused);
      case GrantPart.Wanted(Optional<Key> after, int size) ->
          GRANT_PAGE.all(new Granted(page.userId()).page(after, size, view));
    };
  }

  /// The caller's own grants on a copy.
  private static Stream<AccessGrant> own(CredentialId id, View view) {
    Set<String> forms = CallerForms.of(view.caller());
    return AccessGrants.on(id, view.rows()).stream()
        .filter(grant -> forms.contains(grant.grantee().canonical()));
  }

  private static Answer forCredentialPage(GetAccessGrantsForCredentialPage page, View view) {
    return switch (GrantPart.of(page.after(), page.size())) {
      case GrantPart.Impossible(Refused refused) -> new Answer.Denied(refused);
      case GrantPart.Wanted part -> GRANT_PAGE.all(part.of(own(page.credentialId(), view)));
    };
  }

  /// Whether `remove_credential` would be refused, to its owner; to others there is nothing.
  private static boolean hasLocked(CredentialId id, View view) {
    Optional<UserId> owner = owner(view);
    return owner.isPresent()
        && Credentials.find(id, view.rows())
            .filter(credential -> credential.owner().equals(owner.get()))
            .isPresent()
        && Locks.hold(id, view.now().timeSeconds(), view.rows());
  }
}
