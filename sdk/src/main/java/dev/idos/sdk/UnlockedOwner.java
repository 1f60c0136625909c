package dev.idos.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.PasswordKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.UserAction.RotateUserKey;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.message.PaperDate;
import dev.idos.protocol.query.AccessGrantQuery.DagMessage;
import dev.idos.protocol.query.AccessGrantQuery.DwgMessage;
import dev.idos.protocol.query.Query;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.time.Instant;
import java.util.UUID;

/// A person who is signed in and holds the idOS key: contents can be read and shared.
public final class UnlockedOwner implements AutoCloseable {

  private final OwnerClient owner;
  private final UserId id;
  private final EncryptionKey key;

  UnlockedOwner(OwnerClient owner, UserId id, EncryptionKey key) {
    this.owner = owner;
    this.id = id;
    this.key = key;
  }

  /// Everything that needs no key.
  public OwnerClient owner() {
    return owner;
  }

  /// The profile.
  public UserId id() {
    return id;
  }

  /// The content of a credential of the person.
  ///
  /// @throws Distrusted if it was not sealed for this key, or was changed since
  public Bytes open(CredentialId credential) {
    return owner
        .credential(credential)
        .orElseThrow(() -> new IllegalArgumentException("no credential of yours has this id"))
        .open(key);
  }

  /// Makes a copy that a grantee can read, and the grant on it.
  ///
  /// @param lockedUntil until when it cannot be taken back; 1970 for no lock
  /// @throws Distrusted if the node names another key for this profile than its owner's
  public SharedCopy share(CredentialId original, Grantee grantee, Instant lockedUntil) {
    requireOwnKey();
    var plaintext = open(original);
    var copyId = new CredentialId(UUID.randomUUID());
    var copy = Sealing.copy(plaintext, grantee.key(), session().network().random());
    var hash = Sealing.contentHash(plaintext);
    session()
        .execute(
            new ShareCredential(
                copyId,
                original,
                "",
                copy.notesSignature(),
                copy.broaderSignature(),
                copy.content(),
                hash,
                copy.encryptorKey(),
                copy.issuerKey(),
                grantee.identifier(),
                lockedUntil.getEpochSecond()));
    return SharedCopy.of(grantee.identifier(), copyId, lockedUntil.getEpochSecond(), hash);
  }

  /// Replaces a credential that is not shared by what an issuer sealed anew for this person.
  public Executed replace(CredentialId credential, Sealing sealing) {
    return session()
        .execute(
            new EditCredential(
                credential,
                sealing.notes(),
                sealing.notesSignature(),
                sealing.broaderSignature(),
                sealing.content(),
                sealing.encryptorKey(),
                sealing.issuerKey()));
  }

  /// Signs a paper by which an issuer may write one credential after the person has left.
  ///
  /// @throws Distrusted if the node's text for it differs from the one rebuilt here
  public WriteGrant signWriteGrant(WriteGrantTerms terms) {
    requireOwnKey();
    var wallet = session().wallet();
    var paper = new WriteGrantId(UUID.randomUUID());
    var timelock = PaperDate.format(terms.lockedUntil().getEpochSecond());
    var notBefore = PaperDate.format(terms.notBefore().getEpochSecond());
    var notAfter = PaperDate.format(terms.notAfter().getEpochSecond());
    var text =
        GrantPapers.writeGrant(
            wallet.identifier(),
            terms.consumer(),
            terms.issuerKey(),
            paper,
            timelock,
            notBefore,
            notAfter,
            session().network().chainId());
    requireSameText(
        text,
        new DwgMessage(
            wallet.identifier(),
            terms.consumer(),
            terms.issuerKey(),
            paper,
            timelock,
            notBefore,
            notAfter));
    return new WriteGrant(
        wallet.identifier(),
        terms.consumer(),
        terms.issuerKey(),
        paper,
        timelock,
        notBefore,
        notAfter,
        wallet.proof(text),
        id,
        KeyStatement.ofProfile(id, key, wallet, session().network().chainId()));
  }

  /// Signs a paper by which a grantee may read an existing copy.
  ///
  /// @throws Distrusted if the node's text for it differs from the one rebuilt here
  public AccessPaper signAccessGrant(
      CredentialId copy, String grantee, Instant lockedUntil, String contentHash) {
    var wallet = session().wallet();
    long lock = lockedUntil.getEpochSecond();
    var text =
        GrantPapers.accessGrant(
            wallet.identifier(), grantee, copy, lock, contentHash, session().network().chainId());
    requireSameText(text, new DagMessage(wallet.identifier(), grantee, copy, lock, contentHash));
    return new AccessPaper(
        wallet.identifier(), grantee, copy, lock, contentHash, wallet.proof(text));
  }

  /// Replaces the key of the profile. Contents sealed before stay sealed to the old key.
  public UnlockedOwner rotateKey(String newPassword) {
    var replacement = PasswordKey.derive(newPassword, id.toString());
    session()
        .execute(new RotateUserKey(RecipientKey.own(replacement).base64(), ProfileRequest.BY_USER));
    return new UnlockedOwner(owner, id, replacement);
  }

  /// Everything the network holds about the person, contents opened, as JSON.
  public ObjectNode export() {
    return ProfileExport.of(owner, id, key);
  }

  /// Wipes the key.
  @Override
  public void close() {
    key.close();
  }

  private SignedIn session() {
    return owner.session();
  }

  private void requireOwnKey() {
    var told = owner.profile().orElseThrow(() -> new Distrusted(Doubt.RECIPIENT_KEY));
    RecipientKey.own(key).requireSame(told.claimedKey());
  }

  /// Stock clients sign what the node says. This one signs only what it says itself, and stops if
  /// the node's words differ, because then one of the two speaks for another paper.
  private void requireSameText(String rebuilt, Query asked) {
    if (!session().ask(asked).getFirst().text("message").equals(rebuilt)) {
      throw new Distrusted(Doubt.SIGNING_TEXT);
    }
  }
}
