package dev.idos.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;

/// Everything the network holds about one person, in a form people and programs can read.
final class ProfileExport {

  private ProfileExport() {}

  static ObjectNode of(OwnerClient owner, UserId id, EncryptionKey key) {
    var all = Connected.empty();
    all.put("network", owner.session().network().chainId()).put("profile", id.toString());
    var wallets = all.putArray("wallets");
    for (WalletEntry wallet : owner.wallets()) {
      wallets
          .addObject()
          .put("id", wallet.id().toString())
          .put("type", wallet.type())
          .put("address", wallet.address());
    }
    var credentials = all.putArray("credentials");
    for (CredentialEntry entry : owner.credentials()) {
      credentials.add(credential(owner, entry, key));
    }
    var attributes = all.putArray("attributes");
    for (AttributeEntry attribute : owner.attributes()) {
      attributes.addObject().put("key", attribute.key()).put("value", attribute.value());
    }
    var grants = all.putArray("access_grants");
    for (AccessGrantEntry grant : owner.grants()) {
      grants
          .addObject()
          .put("id", grant.id().toString())
          .put("grantee", grant.grantee())
          .put("credential", grant.dataId().toString())
          .put("locked_until", grant.lockedUntil());
    }
    return all;
  }

  /// A copy is sealed to its grantee, so only its existence is listed; its original holds the
  /// same.
  private static ObjectNode credential(
      OwnerClient owner, CredentialEntry entry, EncryptionKey key) {
    var credential = Connected.empty();
    credential
        .put("id", entry.id().toString())
        .put("issuer_key", entry.issuerKey())
        .put("public_notes", entry.notesText());
    entry.originalId().map(CredentialId::toString).ifPresent(o -> credential.put("copy_of", o));
    if (!entry.isCopy()) {
      owner
          .credential(entry.id())
          .map(stored -> stored.open(key))
          .ifPresent(plaintext -> putContent(credential, plaintext));
    }
    return credential;
  }

  private static void putContent(ObjectNode credential, Bytes plaintext) {
    Utf8.decode(plaintext)
        .ifPresentOrElse(
            text -> credential.put("content", text),
            () -> credential.put("content_base64", plaintext.base64()));
  }
}
