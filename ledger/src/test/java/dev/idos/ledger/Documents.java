package dev.idos.ledger;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import dev.idos.protocol.AccessGrantId;
import dev.idos.protocol.AccessGrantIds;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.AccessGrantAction.RevokeAccessGrant;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.CredentialAction.UpsertCredentialAsInserter;

/// Signed credentials for the tests: the content of one is its name.
public final class Documents {

  /// What an issuer signed.
  public record Signed(
      String key, String content, String notes, String notesSignature, String broaderSignature) {

    /// The same with another content, which the signatures do not cover.
    public Signed withContent(String other) {
      return new Signed(key, other, notes, notesSignature, broaderSignature);
    }
  }

  private Documents() {}

  /// A credential of the issuer whose notes carry its name as id.
  public static Signed issued(String name) {
    return signed("issuer", name, "{\"id\":\"" + name + "\",\"status\":\"approved\"}");
  }

  /// A copy, signed by a key that its owner throws away.
  public static Signed copied(String name) {
    return signed("throw-away " + name, name, "");
  }

  /// Signs a content and notes with the test key of a name.
  public static Signed signed(String keyName, String name, String notes) {
    SecretBytes seed = InsecureTestKeys.seed(keyName);
    Bytes sealed = Utf8.encode("encrypted " + name);
    Bytes ofNotes = Ed25519.sign(seed, Utf8.encode(notes));
    Bytes broader = Ed25519.sign(seed, Bytes.concat(ofNotes, sealed));
    return new Signed(
        Ed25519.publicKey(seed).hex(), sealed.base64(), notes, ofNotes.base64(), broader.base64());
  }

  /// The id that belongs to a name.
  public static CredentialId id(String name) {
    return new CredentialId(World.id("credential " + name));
  }

  /// Keeps a credential under the id of a name.
  public static AddCredential add(String name, Signed signed) {
    return new AddCredential(
        id(name),
        signed.key(),
        "encryptor",
        signed.content(),
        signed.notes(),
        signed.notesSignature(),
        signed.broaderSignature());
  }

  /// Keeps a credential of the issuer.
  public static AddCredential add(String name) {
    return add(name, issued(name));
  }

  /// Replaces the credential of a name.
  public static EditCredential edit(String name, Signed signed) {
    return new EditCredential(
        id(name),
        signed.notes(),
        signed.notesSignature(),
        signed.broaderSignature(),
        signed.content(),
        "encryptor",
        signed.key());
  }

  /// Puts a credential into a profile as an inserter.
  public static UpsertCredentialAsInserter upsert(String name, Person owner, Signed signed) {
    return new UpsertCredentialAsInserter(
        id(name),
        owner.user(),
        signed.key(),
        "encryptor",
        signed.content(),
        signed.notes(),
        signed.notesSignature(),
        signed.broaderSignature());
  }

  /// Makes a copy for a grantee.
  public static ShareCredential share(
      String copy, String original, String grantee, long lockedUntil) {
    return share(copy, original, grantee, lockedUntil, copied(copy));
  }

  /// Makes a copy with these signatures for a grantee.
  public static ShareCredential share(
      String copy, String original, String grantee, long lockedUntil, Signed signed) {
    return new ShareCredential(
        id(copy),
        id(original),
        signed.notes(),
        signed.notesSignature(),
        signed.broaderSignature(),
        signed.content(),
        "hash of " + original,
        "encryptor",
        signed.key(),
        grantee,
        lockedUntil);
  }

  /// The id of the grant on a copy.
  public static AccessGrantId grant(String copy, String grantee, long lockedUntil) {
    return AccessGrantIds.of(grantee, id(copy), lockedUntil);
  }

  /// Takes the grant on a copy back.
  public static RevokeAccessGrant revoke(String copy, String grantee, long lockedUntil) {
    return new RevokeAccessGrant(grant(copy, grantee, lockedUntil));
  }
}
