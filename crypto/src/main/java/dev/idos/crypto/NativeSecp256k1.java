package dev.idos.crypto;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;

/// libsecp256k1 through ACINQ's binding. Its exceptions mean "no such key".
final class NativeSecp256k1 implements Secp256k1Library {

  private final Secp256k1 library = Secp256k1.get();

  @Override
  public Bytes publicKey(SecretBytes secret) {
    byte[] exposed = secret.exposeSecret();
    try {
      return Bytes.ofUnshared(library.pubkeyCreate(exposed));
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  @Override
  public Bytes sign(SecretBytes secret, Bytes digest) {
    byte[] exposed = secret.exposeSecret();
    try {
      return Bytes.ofUnshared(library.sign(digest.exposeUnshared(), exposed, null));
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  @Override
  public Optional<Bytes> recover(Bytes rs, Bytes digest, int recoveryId) {
    try {
      return Optional.of(
          Bytes.ofUnshared(
              library.ecdsaRecover(rs.exposeUnshared(), digest.exposeUnshared(), recoveryId)));
    } catch (Secp256k1Exception noSuchPoint) {
      return Optional.empty();
    }
  }

  @Override
  public boolean verify(Bytes rs, Bytes digest, Bytes publicKey) {
    try {
      return library.verify(
          rs.exposeUnshared(), digest.exposeUnshared(), publicKey.exposeUnshared());
    } catch (Secp256k1Exception notAPoint) {
      return false;
    }
  }
}
