package dev.idos.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.Envelope;
import dev.idos.protocol.Require;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// A key that something may be encrypted to. Holding one is the proof that it does not come from
/// a single node: it was made here, pinned, signed by its owner's wallet ([KeyStatement]), or
/// named alike by enough validators ([KeyQuorum]). There is no way to make one from a node's
/// answer.
public final class RecipientKey {

  private final Bytes key;

  private RecipientKey(Bytes key) {
    Require.that(key.length() == EncryptionKey.LENGTH, "an encryption key is 32 bytes");
    this.key = key;
  }

  /// A key of ours.
  public static RecipientKey own(EncryptionKey key) {
    return new RecipientKey(key.publicKey());
  }

  /// A key that is known from elsewhere: a contract, a configuration, a meeting. Never pass on
  /// what a node said.
  public static RecipientKey pinned(String base64) {
    return new RecipientKey(Bytes.ofBase64(base64));
  }

  /// A key whose source has been checked by a class of this package.
  static RecipientKey checked(String base64) {
    return new RecipientKey(Bytes.ofBase64(base64));
  }

  /// The key as it travels.
  public String base64() {
    return key.base64();
  }

  /// Seals a content for whoever holds the other half.
  Envelope.Sealed seal(Bytes plaintext, SecureRandom random) {
    return Envelope.seal(plaintext, key, random);
  }

  /// Compares with what a node says.
  ///
  /// @throws Distrusted if the node names another key: it lies, or the password was wrong, or the
  ///     key was replaced meanwhile; in each case nothing may be encrypted
  void requireSame(String claimedBase64) {
    var claimed = claimedBase64.getBytes(UTF_8);
    var ours = base64().getBytes(UTF_8);
    if (!MessageDigest.isEqual(claimed, ours)) {
      throw new Distrusted(Doubt.RECIPIENT_KEY);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecipientKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
