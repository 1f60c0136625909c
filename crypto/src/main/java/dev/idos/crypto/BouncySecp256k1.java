package dev.idos.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// secp256k1 in Java, where the native library does not load.
final class BouncySecp256k1 implements Secp256k1Library {

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  /// Whether a secret is a number from 1 to n - 1.
  static boolean isScalar(SecretBytes secret) {
    BigInteger number = scalar(secret);
    return number.signum() > 0 && number.compareTo(CURVE.getN()) < 0;
  }

  @Override
  public Bytes publicKey(SecretBytes secret) {
    return encoded(new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar(secret)));
  }

  @Override
  public Bytes sign(SecretBytes secret, Bytes digest) {
    var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(scalar(secret), DOMAIN));
    BigInteger[] rs = signer.generateSignature(digest.exposeUnshared());
    BigInteger n = CURVE.getN();
    BigInteger s = rs[1].compareTo(n.shiftRight(1)) > 0 ? n.subtract(rs[1]) : rs[1];
    var signature = new byte[SignatureRules.LENGTH];
    BigIntegers.asUnsignedByteArray(rs[0], signature, 0, 32);
    BigIntegers.asUnsignedByteArray(s, signature, 32, 32);
    return Bytes.ofUnshared(signature);
  }

  /// The key is (s R - e G) / r, where R is the point with x = r and the parity that the recovery
  /// id says.
  @Override
  public Optional<Bytes> recover(Bytes rs, Bytes digest, int recoveryId) {
    return point(Bytes.concat(Bytes.of(2 + recoveryId), rs.slice(0, 32)))
        .map(
            bigR -> {
              BigInteger n = CURVE.getN();
              BigInteger inverse = BigIntegers.modOddInverseVar(n, number(rs.slice(0, 32)));
              BigInteger forR = number(rs.slice(32, 64)).multiply(inverse).mod(n);
              BigInteger forG = number(digest).negate().multiply(inverse).mod(n);
              return ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), forG, bigR, forR).normalize();
            })
        .filter(key -> !key.isInfinity())
        .map(BouncySecp256k1::encoded);
  }

  @Override
  public boolean verify(Bytes rs, Bytes digest, Bytes publicKey) {
    return point(publicKey)
        .map(
            key -> {
              var signer = new ECDSASigner();
              signer.init(false, new ECPublicKeyParameters(key, DOMAIN));
              return signer.verifySignature(
                  digest.exposeUnshared(), number(rs.slice(0, 32)), number(rs.slice(32, 64)));
            })
        .orElse(false);
  }

  /// A compressed point; empty when the first byte is another one or x is not on the curve.
  private static Optional<ECPoint> point(Bytes compressed) {
    if (compressed.length() != 33 || (compressed.at(0) != 2 && compressed.at(0) != 3)) {
      return Optional.empty();
    }
    try {
      return Optional.of(CURVE.getCurve().decodePoint(compressed.exposeUnshared()));
    } catch (IllegalArgumentException notOnTheCurve) {
      return Optional.empty();
    }
  }

  private static Bytes encoded(ECPoint point) {
    return Bytes.ofUnshared(point.normalize().getEncoded(false));
  }

  private static BigInteger number(Bytes bigEndian) {
    return new BigInteger(1, bigEndian.exposeUnshared());
  }

  private static BigInteger scalar(SecretBytes secret) {
    byte[] exposed = secret.exposeSecret();
    try {
      return new BigInteger(1, exposed);
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }
}
