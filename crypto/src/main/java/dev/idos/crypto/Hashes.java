package dev.idos.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/// The hashes that wallets bring with them. SHA-256, the one of the ledger itself, is [Sha256].
public final class Hashes {

  private Hashes() {}

  /// Keccak-256 as Ethereum uses it (the padding before SHA-3 was standardised).
  public static Bytes keccak256(Bytes... parts) {
    var digest = new KeccakDigest(256);
    for (Bytes part : parts) {
      digest.update(part.exposeUnshared(), 0, part.length());
    }
    var hash = new byte[32];
    digest.doFinal(hash, 0);
    return Bytes.ofUnshared(hash);
  }

  /// SHA-512 of the parts in order.
  public static Bytes sha512(Bytes... parts) {
    return Bytes.ofUnshared(sha512Array(parts));
  }

  /// The first half of SHA-512: what an XRPL secp256k1 key signs.
  public static Bytes sha512Half(Bytes... parts) {
    return Bytes.ofUnshared(Arrays.copyOf(sha512Array(parts), 32));
  }

  /// RIPEMD-160 of SHA-256: how XRPL shortens a public key to an account id.
  public static Bytes ripemd160OfSha256(Bytes value) {
    byte[] inner = Sha256.of(value).exposeUnshared();
    var digest = new RIPEMD160Digest();
    digest.update(inner, 0, inner.length);
    var hash = new byte[20];
    digest.doFinal(hash, 0);
    return Bytes.ofUnshared(hash);
  }

  private static byte[] sha512Array(Bytes... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      for (Bytes part : parts) {
        part.updateInto(digest);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-512", impossible);
    }
  }
}
