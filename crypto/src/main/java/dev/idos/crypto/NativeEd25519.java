package dev.idos.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;

/// AWS-LC through Amazon's provider, which is never registered with the JVM.
///
/// AWS-LC checks the shorter equation, S B = R + k A. Whatever that accepts, the one with the
/// cofactor accepts, for it is the same times eight. So a yes of AWS-LC is the answer, and after a
/// no, or when it fails in whatever way, Bouncy Castle decides: no answer depends on the platform.
final class NativeEd25519 implements Ed25519Library {

  /// The provider buffers no more than this of a message.
  static final int LONGEST_MESSAGE = 1 << 20;

  /// What stands before the 32 bytes of a key in an X.509 `SubjectPublicKeyInfo`.
  private static final Bytes X509_PREFIX = Bytes.ofHex("302a300506032b6570032100");

  private final Provider provider;
  private final Ed25519Library portable = new BouncyEd25519();

  /// Loads the library, or throws what kept it from loading.
  NativeEd25519() throws GeneralSecurityException {
    AmazonCorrettoCryptoProvider amazon = AmazonCorrettoCryptoProvider.INSTANCE;
    if (amazon.getLoadingError() != null) {
      throw new GeneralSecurityException("AWS-LC did not load", amazon.getLoadingError());
    }
    this.provider = amazon;
  }

  @Override
  public boolean isSigned(Bytes publicKey, Bytes message, Bytes signature) {
    return accepts(publicKey, message, signature)
        || portable.isSigned(publicKey, message, signature);
  }

  /// What AWS-LC alone says. A signature object is made for each check, because threads may not
  /// share one and there may be a great many threads.
  boolean isSignedByShorterEquation(Bytes publicKey, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    var check = Signature.getInstance("Ed25519", provider);
    check.initVerify(new EncodedKey(Bytes.concat(X509_PREFIX, publicKey)));
    check.update(message.exposeUnshared());
    return check.verify(signature.exposeUnshared());
  }

  private boolean accepts(Bytes publicKey, Bytes message, Bytes signature) {
    try {
      return message.length() <= LONGEST_MESSAGE
          && isSignedByShorterEquation(publicKey, message, signature);
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }

  /// A key as bytes: all that the provider takes from it. The JDK's own would be parsed first.
  private record EncodedKey(Bytes x509) implements PublicKey {

    @Override
    public String getAlgorithm() {
      return "EdDSA";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      return x509.toArray();
    }
  }
}
