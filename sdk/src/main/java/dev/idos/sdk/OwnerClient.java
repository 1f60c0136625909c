package dev.idos.sdk;

import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.PasswordKey;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.action.AccessGrantAction.RevokeAccessGrant;
import dev.idos.protocol.action.AttributeAction;
import dev.idos.protocol.action.CredentialAction;
import dev.idos.protocol.action.UserAction;
import dev.idos.protocol.action.WalletAction;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.AttributeQuery;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.protocol.query.ProfileQuery;
import dev.idos.sdk.net.IdosException.Distrusted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A person, signed in with a wallet: everything that needs no look into the contents.
public final class OwnerClient {

  private final SignedIn session;

  OwnerClient(SignedIn session) {
    this.session = session;
  }

  /// The login behind this client.
  public SignedIn session() {
    return session;
  }

  /// The profile of this wallet, as the node tells it; empty if it has none.
  public Optional<Profile> profile() {
    return session.ask(new ProfileQuery.GetUser()).stream().map(Profile::of).findFirst();
  }

  /// Derives the encryption key from the password and checks that it is the one of the profile.
  ///
  /// @throws Distrusted if the node names another key: it lies, or the password is wrong
  public UnlockedOwner unlock(String password) {
    var profile = profile().orElseThrow(() -> new IllegalStateException("no profile to unlock"));
    return unlocked(PasswordKey.derive(password, profile.id().toString()), profile);
  }

  /// The same for a key that is held already.
  public UnlockedOwner unlock(EncryptionKey key) {
    var profile = profile().orElseThrow(() -> new IllegalStateException("no profile to unlock"));
    return unlocked(key, profile);
  }

  private UnlockedOwner unlocked(EncryptionKey key, Profile profile) {
    RecipientKey.own(key).requireSame(profile.claimedKey());
    return new UnlockedOwner(this, profile.id(), key);
  }

  /// The wallets of the profile.
  public List<WalletEntry> wallets() {
    return Pages.all(session, ProfileQuery.GetWalletsPage::new, WalletEntry::of);
  }

  /// Adds another wallet. It signs a text that is good for this profile and network only.
  public WalletId addWallet(Wallet other) {
    var id = new WalletId(UUID.randomUUID());
    var profile = profile().orElseThrow(() -> new IllegalStateException("no profile to add to"));
    var message =
        "Sign this message to add this wallet to an idOS profile\nprofile: "
            + profile.id()
            + "\nnetwork: "
            + session.network().chainId()
            + "\nnonce: "
            + UUID.randomUUID();
    session.execute(
        new WalletAction.AddWallet(
            id,
            other.address(),
            other.publicKey().orElse(null),
            other.type().wireName(),
            message,
            other.proof(message)));
    return id;
  }

  /// Takes another wallet out of the profile.
  public Executed removeWallet(WalletId id) {
    return session.execute(new WalletAction.RemoveWallet(id));
  }

  /// Takes a wallet out of the profile, be it the last one or the one signed in with.
  public Executed leaveProfile(WalletId id) {
    return session.execute(new UserAction.LeaveProfile(id));
  }

  /// All credentials, copies included, without their contents.
  public List<CredentialEntry> credentials() {
    return Pages.all(session, CredentialQuery.GetCredentialsPage::new, CredentialEntry::of);
  }

  /// One credential with its sealed content; empty if it is not the person's.
  public Optional<StoredCredential> credential(CredentialId id) {
    return session.ask(new CredentialQuery.GetCredentialOwned(id)).stream()
        .map(StoredCredential::of)
        .findFirst();
  }

  /// The issuer's signatures over a credential.
  public Optional<CredentialProof> proof(CredentialId id) {
    return session.ask(new CredentialQuery.GetCredentialProof(id)).stream()
        .map(CredentialProof::of)
        .findFirst();
  }

  /// Stores a credential that an issuer sealed for this person.
  public CredentialId store(Sealing credential) {
    var id = new CredentialId(UUID.randomUUID());
    session.execute(
        new CredentialAction.AddCredential(
            id,
            credential.issuerKey(),
            credential.encryptorKey(),
            credential.content(),
            credential.notes(),
            credential.notesSignature(),
            credential.broaderSignature()));
    return id;
  }

  /// Deletes a credential, and with an original all its copies.
  public Executed removeCredential(CredentialId id) {
    return session.execute(new CredentialAction.RemoveCredential(id));
  }

  /// All access grants the person has given.
  public List<AccessGrantEntry> grants() {
    return Pages.all(session, AccessGrantQuery.GetAccessGrantsOwnedPage::new, AccessGrantEntry::of);
  }

  /// Whether a grant on this copy cannot be taken back yet.
  public boolean hasLockedGrants(CredentialId id) {
    return session.ask(new AccessGrantQuery.HasLockedAccessGrants(id)).getFirst().flag("has");
  }

  /// Takes access back.
  public Executed revoke(AccessGrantId id) {
    return session.execute(new RevokeAccessGrant(id));
  }

  /// All attributes.
  public List<AttributeEntry> attributes() {
    return Pages.all(session, AttributeQuery.GetAttributesPage::new, AttributeEntry::of);
  }

  /// Adds an attribute. It is stored in the open: nodes can read it.
  public AttributeId addAttribute(String key, String value) {
    var id = new AttributeId(UUID.randomUUID());
    session.execute(new AttributeAction.AddAttribute(id, key, value));
    return id;
  }

  /// Changes an attribute.
  public Executed editAttribute(AttributeId id, String key, String value) {
    return session.execute(new AttributeAction.EditAttribute(id, key, value));
  }

  /// Makes a shared copy of an attribute.
  public AttributeId shareAttribute(AttributeId original, String key, String value) {
    var id = new AttributeId(UUID.randomUUID());
    session.execute(new AttributeAction.ShareAttribute(id, original, key, value));
    return id;
  }

  /// Deletes an attribute.
  public Executed removeAttribute(AttributeId id) {
    return session.execute(new AttributeAction.RemoveAttribute(id));
  }

  /// Deletes the whole profile. What is locked stays readable to its grantee until its lock
  /// passes.
  public Executed removeAccount() {
    return session.execute(new UserAction.RemoveUser());
  }
}
