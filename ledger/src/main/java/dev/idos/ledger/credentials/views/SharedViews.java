package dev.idos.ledger.credentials.views;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.answers.Whole;
import dev.idos.ledger.block.View;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.query.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a grantee sees of the credentials shared with it.
final class SharedViews {

  private SharedViews() {}

  /// `get_credential_shared`: a stranger and a missing credential get the same answer (W29).
  static Answer one(CredentialId id, View view) {
    return Readers.isGranted(id, view)
        ? Credentials.find(id, view.rows())
            .map(copy -> Listed.of(copy, view.rows()))
            .map(
                it ->
                    Read.of(it.credential(), it.original(view.rows()).notes().text(), view.rows()))
            .map(CredentialShapes.READ::one)
            .orElseGet(SharedViews::notShared)
        : notShared();
  }

  /// `get_credentials_shared_by_user`: the copies of a profile that the caller may read, by id.
  /// The filter compares the issuer of the original, which says nothing about the copy's (W26).
  static Answer whole(UserId owner, @Nullable String issuerOfOriginal, View view) {
    var all = new ArrayList<SharedCopy>();
    long bytes = 0;
    Iterator<SharedCopy> copies =
        ofUser(owner, issuerOfOriginal, Optional.empty(), view).iterator();
    while (copies.hasNext()) {
      all.add(copies.next());
      bytes += Utf8.length(all.getLast().original().notes().text());
      if (bytes > Whole.MOST_BYTES) {
        return Whole.tooLong();
      }
    }
    return CredentialShapes.SHARED.all(all);
  }

  /// `get_credentials_shared_by_user_page`: the same list in parts.
  static List<SharedCopy> part(
      UserId owner, @Nullable String issuerOfOriginal, Optional<Key> after, int size, View view) {
    return ofUser(owner, issuerOfOriginal, after, view).limit(size).toList();
  }

  /// Reads one copy after the other, so that a short part costs little of a long list.
  private static Stream<SharedCopy> ofUser(
      UserId owner, @Nullable String issuerOfOriginal, Optional<Key> after, View view) {
    return granted(AccessGrants.BY_GRANTEE_AND_OWNER, owner.value(), view)
        .filter(id -> after.isEmpty() || Key.of(id.value()).compareTo(after.get()) > 0)
        .flatMap(id -> Credentials.find(id, view.rows()).stream())
        .map(copy -> Listed.of(copy, view.rows()))
        .filter(it -> it.originalId().isPresent())
        .map(it -> new SharedCopy(it.credential(), it.original(view.rows())))
        .filter(it -> isIssuedBy(it, issuerOfOriginal));
  }

  /// `get_sibling_credential_id`: of several the lowest id, the same at every node (W22).
  static Answer sibling(String contentHash, View view) {
    return CredentialShapes.ID.one(
        granted(AccessGrants.BY_GRANTEE_AND_HASH, contentHash, view).findFirst());
  }

  static Answer notShared() {
    return new Answer.Denied(Refusal.CREDENTIAL_NOT_SHARED.with());
  }

  /// The credentials that the caller's grants with one more value open, by id.
  private static Stream<CredentialId> granted(Index<AccessGrant> index, Object value, View view) {
    var found = new TreeMap<Key, CredentialId>();
    CallerForms.of(view.caller()).stream()
        .flatMap(form -> view.rows().where(index, Key.of(form, value)).stream())
        .filter(grant -> Readers.opens(grant, view))
        .forEach(grant -> found.put(Key.of(grant.data().value()), grant.data()));
    return found.values().stream();
  }

  private static boolean isIssuedBy(SharedCopy shared, @Nullable String issuer) {
    return Optional.ofNullable(issuer)
        .map(key -> key.toLowerCase(Locale.ROOT))
        .map(key -> key.equals(shared.original().issuance().key()))
        .orElse(true);
  }
}
