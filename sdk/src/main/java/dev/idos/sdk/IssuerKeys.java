package dev.idos.sdk;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import java.security.SecureRandom;

/// The keys of an issuer: one that signs, and one to which its own copies are encrypted. Not a
/// record: a record would print its parts.
public final class IssuerKeys {

  private final SecretBytes signingSeed;
  private final EncryptionKey encryptionKey;

  /// Keys that exist already.
  public IssuerKeys(SecretBytes signingSeed, EncryptionKey encryptionKey) {
    this.signingSeed = signingSeed;
    this.encryptionKey = encryptionKey;
  }

  /// Fresh keys.
  public static IssuerKeys generate(SecureRandom random) {
    return new IssuerKeys(Ed25519.generate(random), EncryptionKey.generate(random));
  }

  /// What the network knows the issuer by, in lower-case hex.
  public String publicKey() {
    return Ed25519.publicKey(signingSeed).hex();
  }

  /// The key its own copies are encrypted to.
  public EncryptionKey encryptionKey() {
    return encryptionKey;
  }

  /// The issuer as a caller of the network: the same key signs transactions and credentials, as
  /// notes can only be edited by it.
  public Wallet wallet() {
    return Wallet.of(WalletKey.faceSign(signingSeed));
  }

  /// What the issuer hands to people, so that they can encrypt and write papers for it.
  public KeyStatement statement(String chainId) {
    return KeyStatement.ofCompany(encryptionKey, wallet(), chainId);
  }

  /// Seals and signs a credential for a reader.
  public Sealing seal(CredentialDraft draft, RecipientKey reader, SecureRandom random) {
    return Sealing.of(draft.plaintext(), draft.notes(), reader, signingSeed, random);
  }

  /// Seals the copy that the issuer, or a consumer it names, will read.
  Sealing sealCopy(Bytes plaintext, RecipientKey reader, SecureRandom random) {
    return Sealing.of(plaintext, new PublicNotes(""), reader, signingSeed, random);
  }

  @Override
  public String toString() {
    return "IssuerKeys[redacted]";
  }
}
