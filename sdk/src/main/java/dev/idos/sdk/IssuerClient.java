package dev.idos.sdk;

import dev.idos.credentials.PublicNotes;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.action.AttributeAction.AddAttributeAsInserter;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.action.CredentialAction.UpsertCredentialAsInserter;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.UpdateUserPubKeyAsInserter;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.query.CredentialQuery.CredentialExistAsInserter;
import dev.idos.protocol.query.ProfileQuery.GetUserAsInserter;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.util.Optional;
import java.util.UUID;

/// A company that checks people, makes their profiles and writes credentials into them.
public final class IssuerClient {

  private final SignedIn session;
  private final IssuerKeys keys;

  IssuerClient(SignedIn session, IssuerKeys keys) {
    this.session = session;
    this.keys = keys;
  }

  /// The login behind this client.
  public SignedIn session() {
    return session;
  }

  /// The keys it signs and reads with.
  public IssuerKeys keys() {
    return keys;
  }

  /// Makes the profile a person asked for, with its first wallet. If the second of the two steps
  /// was cut off, the same request may be made again.
  ///
  /// @throws Distrusted if the wallet did not sign for this profile and key
  public UserId createProfile(ProfileRequest request) {
    var statement = request.key();
    var key = statement.trusted(session.network().chainId());
    if (!statement.isAbout(request.id())) {
      throw new Distrusted(Doubt.STATEMENT_SIGNATURE);
    }
    if (profile(request.id()).isEmpty()) {
      session.execute(new AddUserAsInserter(request.id(), key.base64(), request.passwordStore()));
    }
    session.execute(
        new UpsertWalletAsInserter(
            new WalletId(UUID.randomUUID()),
            request.id(),
            statement.address(),
            statement.publicKey().orElse(null),
            statement.walletType().wireName(),
            statement.text(),
            statement.signature()));
    return request.id();
  }

  /// A profile as the node tells it; empty if there is none.
  public Optional<Profile> profile(UserId id) {
    return session.ask(new GetUserAsInserter(id)).stream().map(Profile::of).findFirst();
  }

  /// Replaces the key of a profile this issuer made, as long as it has no wallet.
  public Executed replaceKey(UserId id, RecipientKey key) {
    return session.execute(
        new UpdateUserPubKeyAsInserter(id, key.base64(), ProfileRequest.BY_USER));
  }

  /// Writes a credential into a profile.
  ///
  /// @throws Distrusted if the node names another key for this profile than its owner's
  public CredentialId write(UserId profile, RecipientKey ownerKey, CredentialContent content) {
    requireSameKey(profile, ownerKey);
    var id = new CredentialId(UUID.randomUUID());
    var sealing = keys.seal(content, ownerKey, session.network().random());
    session.execute(
        new UpsertCredentialAsInserter(
            id,
            profile,
            sealing.issuerKey(),
            sealing.encryptorKey(),
            sealing.content(),
            sealing.notes(),
            sealing.notesSignature(),
            sealing.broaderSignature()));
    return id;
  }

  /// Writes a credential by the paper its owner signed, with a copy for this issuer.
  public WrittenByGrant write(WriteGrant grant, CredentialContent content) {
    return write(grant, RecipientKey.own(keys.encryptionKey()), content);
  }

  /// Writes a credential by the paper its owner signed, with a copy for the consumer it names.
  ///
  /// @throws Distrusted if the node names another key for the profile than the paper's owner, or
  ///     the wallet of the paper did not sign the statement of the key
  public WrittenByGrant write(
      WriteGrant grant, RecipientKey consumerKey, CredentialContent content) {
    var ownerKey = grant.ownerKey().trusted(session.network().chainId());
    if (!grant.ownerKey().isAbout(grant.profile()) || !isSignedByOwner(grant)) {
      throw new Distrusted(Doubt.STATEMENT_SIGNATURE);
    }
    requireSameKey(grant.profile(), ownerKey);
    var random = session.network().random();
    var original = keys.seal(content, ownerKey, random);
    var copy = keys.sealCopy(content.plaintext(), consumerKey, random);
    var originalId = new CredentialId(UUID.randomUUID());
    var copyId = new CredentialId(UUID.randomUUID());
    var hash = Sealing.contentHash(content.plaintext());
    session.execute(
        new CreateCredentialsByDwg(
            original.issuerKey(),
            original.encryptorKey(),
            originalId,
            original.content(),
            original.notes(),
            original.notesSignature(),
            original.broaderSignature(),
            copy.encryptorKey(),
            copyId,
            copy.content(),
            copy.notesSignature(),
            copy.broaderSignature(),
            hash,
            grant.owner(),
            grant.consumer(),
            grant.issuerKey(),
            grant.id(),
            grant.timelock(),
            grant.notBefore(),
            grant.notAfter(),
            grant.signature()));
    return WrittenByGrant.of(grant, originalId, copyId, hash);
  }

  /// Changes what is said in the open of every credential with these notes' id.
  public Executed editNotes(PublicNotes notes) {
    var id = notes.id().orElseThrow(() -> new IllegalArgumentException("these notes have no id"));
    return session.execute(new EditPublicNotesAsIssuer(id, notes.text()));
  }

  /// Takes a credential back: whoever reads it from now on sees that it is revoked.
  public Executed revoke(PublicNotes notes) {
    return editNotes(notes.withStatus(PublicNotes.REVOKED));
  }

  /// Writes an attribute into a profile. It is stored in the open: nodes can read it.
  public AttributeId addAttribute(UserId profile, String key, String value) {
    var id = new AttributeId(UUID.randomUUID());
    session.execute(new AddAttributeAsInserter(id, profile, key, value));
    return id;
  }

  /// Whether any profile holds a credential with this id.
  public boolean exists(CredentialId id) {
    return session.ask(new CredentialExistAsInserter(id)).getFirst().flag("credential_exist");
  }

  /// The issuer as a reader of its own copies.
  public ConsumerClient asConsumer() {
    return new ConsumerClient(session, keys.encryptionKey());
  }

  private void requireSameKey(UserId profile, RecipientKey ownerKey) {
    var told = profile(profile).orElseThrow(() -> new Distrusted(Doubt.RECIPIENT_KEY));
    ownerKey.requireSame(told.claimedKey());
  }

  /// The paper names the wallet by address, or by key for kinds that are known by their key.
  private static boolean isSignedByOwner(WriteGrant grant) {
    var statement = grant.ownerKey();
    return grant.owner().equals(statement.address())
        || statement.publicKey().filter(grant.owner()::equals).isPresent();
  }
}
