package dev.idos.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/// Keys for the JDK's own implementation, which serves as a second opinion.
final class JdkKeys {

  private static final Bytes ED25519_HEADER = Bytes.ofHex("302a300506032b6570032100");

  private JdkKeys() {}

  static PublicKey ed25519(Bytes key) throws GeneralSecurityException {
    var encoded = new X509EncodedKeySpec(Bytes.concat(ED25519_HEADER, key).toArray());
    return KeyFactory.getInstance("Ed25519").generatePublic(encoded);
  }
}
