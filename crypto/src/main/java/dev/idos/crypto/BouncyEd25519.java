package dev.idos.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 in Java: the one that decides.
final class BouncyEd25519 implements Ed25519Library {

  @Override
  public boolean isSigned(Bytes publicKey, Bytes message, Bytes signature) {
    return Ed25519.verify(
        signature.exposeUnshared(),
        0,
        publicKey.exposeUnshared(),
        0,
        message.exposeUnshared(),
        0,
        message.length());
  }
}
