package dev.idos.sdk;

import dev.idos.credentials.CredentialIssuer;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import java.security.SecureRandom;
import java.time.InstantSource;

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

  /// The signer of W3C credentials with the same key, for an issuer that lives under this
  /// address.
  public CredentialIssuer credentialIssuer(String base, InstantSource clock) {
    return CredentialIssuer.at(base, signingSeed, clock);
  }

  /// Seals and signs a credential for a reader.
  public Sealing seal(CredentialContent content, RecipientKey reader, SecureRandom random) {
    return Sealing.of(content.plaintext(), content.notes().text(), reader, signingSeed, random);
  }

  /// Seals the copy that the issuer, or a consumer it names, will read.
  Sealing sealCopy(Bytes plaintext, RecipientKey reader, SecureRandom random) {
    return Sealing.of(plaintext, "", reader, signingSeed, random);
  }

  @Override
  public String toString() {
    return "IssuerKeys[redacted]";
  }
}
