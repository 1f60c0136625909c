package dev.idos.ledger;

import dev.idos.protocol.CredentialId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.protocol.action.AccessGrantAction.CreateAgByDagForCopy;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.message.PaperDate;

/// A write grant that alice signed for the issuer and the consumer, with whatever a test changes.
///
/// @param owner who signs it
/// @param name the name its id and its credentials are made from
/// @param chainId the network in its last line
public record Papers(
    Person owner,
    String name,
    String grantee,
    String issuerKey,
    long lockedUntil,
    long notBefore,
    long notAfter,
    String chainId) {

  /// A paper that is good for an hour from the start of the world.
  public static Papers of(Person owner, String name) {
    return new Papers(
        owner,
        name,
        People.CONSUMER.identifier(),
        People.ISSUER.identifier(),
        0,
        World.START,
        World.START + 3_600,
        World.CHAIN);
  }

  /// The same paper with another lock.
  public Papers lockedUntil(long until) {
    return new Papers(owner, name, grantee, issuerKey, until, notBefore, notAfter, chainId);
  }

  /// The same paper with another window.
  public Papers usable(long from, long until) {
    return new Papers(owner, name, grantee, issuerKey, lockedUntil, from, until, chainId);
  }

  /// The same paper for another network.
  public Papers on(String otherChain) {
    return new Papers(
        owner, name, grantee, issuerKey, lockedUntil, notBefore, notAfter, otherChain);
  }

  /// The id of a paper.
  public WriteGrantId id() {
    return new WriteGrantId(World.id("paper " + name));
  }

  /// The action that uses the paper, for the original and copy of its name.
  public CreateCredentialsByDwg use() {
    return use(name);
  }

  /// The action that uses the paper for credentials of another name.
  public CreateCredentialsByDwg use(String credential) {
    return use(
        credential, Documents.issued(credential), Documents.signed("issuer", copy(credential), ""));
  }

  /// The action that uses the paper for these credentials.
  public CreateCredentialsByDwg use(
      String credential, Documents.Signed original, Documents.Signed copied) {
    return new CreateCredentialsByDwg(
        original.key(),
        "encryptor",
        Documents.id(credential),
        original.content(),
        original.notes(),
        original.notesSignature(),
        original.broaderSignature(),
        "encryptor",
        Documents.id(copy(credential)),
        copied.content(),
        copied.notesSignature(),
        copied.broaderSignature(),
        "hash of " + credential,
        owner.identifier(),
        grantee,
        issuerKey,
        id(),
        PaperDate.format(lockedUntil),
        PaperDate.format(notBefore),
        PaperDate.format(notAfter),
        owner.wallet().proof(text()));
  }

  /// The name of the copy that comes with a credential.
  public static String copy(String credential) {
    return credential + " copy";
  }

  private String text() {
    return GrantPapers.writeGrant(
        owner.identifier(),
        grantee,
        issuerKey,
        id(),
        PaperDate.format(lockedUntil),
        PaperDate.format(notBefore),
        PaperDate.format(notAfter),
        chainId);
  }

  /// The action by which somebody gets access to a copy with a paper of its owner.
  public static CreateAgByDagForCopy access(
      Person owner, String grantee, CredentialId copy, long lockedUntil) {
    String text =
        GrantPapers.accessGrant(
            owner.identifier(), grantee, copy, lockedUntil, "hash", World.CHAIN);
    return new CreateAgByDagForCopy(
        owner.identifier(), grantee, copy, lockedUntil, "hash", owner.wallet().proof(text));
  }
}
