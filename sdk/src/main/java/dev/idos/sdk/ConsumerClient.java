package dev.idos.sdk;

import dev.idos.crypto.EncryptionKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A company that reads what people granted to it.
public final class ConsumerClient {

  private final SignedIn session;
  private final EncryptionKey key;

  ConsumerClient(SignedIn session, EncryptionKey key) {
    this.session = session;
    this.key = key;
  }

  /// The login behind this client.
  public SignedIn session() {
    return session;
  }

  /// What the company hands to people, so that they can share with it.
  public KeyStatement statement() {
    return KeyStatement.ofCompany(key, session.wallet(), session.network().chainId());
  }

  /// Everything granted to this company, by everyone.
  public List<AccessGrantEntry> granted() {
    return granted(null);
  }

  /// Everything that one person granted to this company.
  public List<AccessGrantEntry> grantedBy(UserId person) {
    return granted(person);
  }

  private List<AccessGrantEntry> granted(@Nullable UserId person) {
    return Pages.all(
        session,
        (after, size) -> new AccessGrantQuery.GetAccessGrantsGrantedPage(person, after, size),
        AccessGrantEntry::of);
  }

  /// How many grants this company holds.
  public long grantedCount() {
    return session
        .ask(new AccessGrantQuery.GetAccessGrantsGrantedCount(null))
        .getFirst()
        .number("count");
  }

  /// This company's grants on one copy.
  public List<AccessGrantEntry> grantsOn(CredentialId copy) {
    return Pages.all(
        session,
        (after, size) -> new AccessGrantQuery.GetAccessGrantsForCredentialPage(copy, after, size),
        AccessGrantEntry::of);
  }

  /// The copies a person made for this company, without their contents.
  public List<CredentialEntry> sharedBy(UserId person) {
    return Pages.all(
        session,
        (after, size) ->
            new CredentialQuery.GetCredentialsSharedByUserPage(person, null, after, size),
        CredentialEntry::of);
  }

  /// The copy made for this company whose plaintext has this hash.
  public Optional<CredentialId> copyWithHash(String contentHash) {
    return session.ask(new CredentialQuery.GetSiblingCredentialId(contentHash)).stream()
        .map(row -> new CredentialId(row.uuid("id")))
        .findFirst();
  }

  /// Reads a copy and opens it. What is inside still has to be verified: the issuer's signature,
  /// and the notes' status.
  ///
  /// @throws Distrusted if the content is not the one the grant is for
  public SharedCredential read(CredentialId copy) {
    var stored =
        session.ask(new CredentialQuery.GetCredentialShared(copy)).stream()
            .map(StoredCredential::of)
            .findFirst()
            .orElseThrow(() -> new Distrusted(Doubt.ANSWER));
    var plaintext = stored.open(key);
    var hash = Sealing.contentHash(plaintext);
    for (AccessGrantEntry grant : grantsOn(copy)) {
      if (grant.contentHash().filter(stated -> !stated.equals(hash)).isPresent()) {
        throw new Distrusted(Doubt.CONTENT);
      }
    }
    return new SharedCredential(stored.id(), stored.userId(), stored.notesText(), plaintext);
  }

  /// The signatures over a copy, and whether they are its issuer's.
  public Optional<CredentialProof> proof(CredentialId copy) {
    return session.ask(new CredentialQuery.GetCredentialProof(copy)).stream()
        .map(CredentialProof::of)
        .findFirst();
  }

  /// Gives a copy back.
  public Executed rescind(CredentialId copy) {
    return session.execute(new RescindSharedCredential(copy));
  }

  /// Turns a paper into a grant, after checking that the copy this company holds is the one
  /// meant.
  ///
  /// @throws Distrusted if its own copy has another content than the paper says
  public Executed redeem(AccessPaper paper) {
    copyWithHash(paper.contentHash())
        .filter(own -> !own.equals(paper.dataId()))
        .map(this::read)
        .map(own -> Sealing.contentHash(own.plaintext()))
        .filter(hash -> !hash.equals(paper.contentHash()))
        .ifPresent(
            other -> {
              throw new Distrusted(Doubt.CONTENT);
            });
    return session.execute(
        new CreateAgByDagForCopy(
            paper.owner(),
            paper.grantee(),
            paper.dataId(),
            paper.lockedUntil(),
            paper.contentHash(),
            paper.signature()));
  }
}
