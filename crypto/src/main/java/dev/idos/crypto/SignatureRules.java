package dev.idos.crypto;

import java.util.Arrays;
import java.util.Optional;

/// Which signatures may exist at all, decided before a library is asked.
///
/// Libraries disagree at the edges: high `s`, loose DER, points of small order. Two nodes that
/// disagree about one signature disagree about a block, so the edges are cut off here and every
/// library sees only what all of them judge alike.
public final class SignatureRules {

  /// The number of bytes of r and s together, and of an Ed25519 signature.
  public static final int LENGTH = 64;

  /// r, s and the recovery byte of an EVM wallet.
  public static final int RECOVERABLE_LENGTH = 65;

  private static final byte[] ZERO = new byte[32];

  private static final byte[] ONE =
      bytes("0000000000000000000000000000000000000000000000000000000000000001");

  /// The order of secp256k1.
  private static final byte[] N =
      bytes("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

  private static final byte[] HALF_N =
      bytes("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

  /// The order of Ed25519's base point, high byte first.
  private static final byte[] L =
      bytes("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

  /// The prime of Curve25519, high byte first.
  private static final byte[] P =
      bytes("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");

  /// The prime less one, which is -1.
  private static final byte[] MINUS_ONE =
      bytes("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec");

  /// The y coordinates of the eight points of small order, high byte first.
  private static final byte[][] SMALL_ORDER_Y = {
    ZERO,
    ONE,
    MINUS_ONE,
    bytes("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"),
    bytes("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826"),
  };

  private SignatureRules() {}

  /// Whether r and s, 32 bytes each, are from 1 to n - 1 with s in the lower half.
  public static boolean isAcceptableEcdsa(Bytes rs) {
    if (rs.length() != LENGTH) {
      return false;
    }
    byte[] r = rs.slice(0, 32).exposeUnshared();
    byte[] s = rs.slice(32, 64).exposeUnshared();
    return !Arrays.equals(r, ZERO)
        && Arrays.compareUnsigned(r, N) < 0
        && !Arrays.equals(s, ZERO)
        && Arrays.compareUnsigned(s, HALF_N) <= 0;
  }

  /// The recovery id (0 or 1) of a 65-byte signature whose r, s and v are acceptable.
  public static Optional<Integer> recoveryId(Bytes signature) {
    if (signature.length() != RECOVERABLE_LENGTH || !isAcceptableEcdsa(signature.slice(0, 64))) {
      return Optional.empty();
    }
    return switch (signature.at(64)) {
      case 0, 27 -> Optional.of(0);
      case 1, 28 -> Optional.of(1);
      default -> Optional.empty();
    };
  }

  /// r and s of a DER signature: the one shortest encoding, nothing behind it, and acceptable.
  public static Optional<Bytes> strictDer(Bytes der) {
    if (der.length() < 8 || der.length() > 72) {
      return Optional.empty();
    }
    int rLength = der.at(3);
    int sAt = 4 + rLength;
    if (der.at(0) != 0x30 || der.at(1) != der.length() - 2 || sAt + 2 > der.length()) {
      return Optional.empty();
    }
    int sLength = der.at(sAt + 1);
    if (sAt + 2 + sLength != der.length()) {
      return Optional.empty();
    }
    var rs = new byte[LENGTH];
    return isInteger(der, 2, rs, 0) && isInteger(der, sAt, rs, 32)
        ? Optional.of(Bytes.ofUnshared(rs)).filter(SignatureRules::isAcceptableEcdsa)
        : Optional.empty();
  }

  /// Whether an Ed25519 key and signature may be looked at: S is below the order, both points have
  /// their only encoding, and the key is not one of the eight points of small order, for which
  /// signatures of every message are easily made.
  public static boolean isAcceptableEd25519(Bytes publicKey, Bytes signature) {
    return publicKey.length() == 32
        && signature.length() == LENGTH
        && isCanonicalPoint(publicKey)
        && !isSmallOrderPoint(publicKey)
        && isCanonicalPoint(signature.slice(0, 32))
        && Arrays.compareUnsigned(reversed(signature.slice(32, 64)), L) < 0;
  }

  /// The y coordinate is below the prime, and where x is zero its sign bit is not set.
  private static boolean isCanonicalPoint(Bytes encoded) {
    byte[] y = yCoordinate(encoded);
    boolean hasSign = encoded.at(31) >= 0x80;
    boolean hasZeroX = Arrays.equals(y, ONE) || Arrays.equals(y, MINUS_ONE);
    return Arrays.compareUnsigned(y, P) < 0 && !(hasSign && hasZeroX);
  }

  private static boolean isSmallOrderPoint(Bytes encoded) {
    byte[] y = yCoordinate(encoded);
    return Arrays.stream(SMALL_ORDER_Y).anyMatch(small -> Arrays.equals(y, small));
  }

  private static byte[] yCoordinate(Bytes encoded) {
    byte[] y = reversed(encoded);
    y[0] &= 0x7f;
    return y;
  }

  /// Copies a DER integer to 32 bytes, if it is positive, minimal and fits.
  private static boolean isInteger(Bytes der, int at, byte[] target, int offset) {
    int length = der.at(at + 1);
    int first = at + 2;
    if (der.at(at) != 0x02 || length == 0 || length > 33 || der.at(first) >= 0x80) {
      return false;
    }
    boolean padded = length > 1 && der.at(first) == 0;
    if ((padded && der.at(first + 1) < 0x80) || (length == 33 && !padded)) {
      return false;
    }
    int from = padded ? first + 1 : first;
    int digits = first + length - from;
    System.arraycopy(der.exposeUnshared(), from, target, offset + 32 - digits, digits);
    return true;
  }

  private static byte[] reversed(Bytes littleEndian) {
    var bigEndian = new byte[littleEndian.length()];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = (byte) littleEndian.at(bigEndian.length - 1 - i);
    }
    return bigEndian;
  }

  private static byte[] bytes(String hex) {
    return Bytes.ofHex(hex).exposeUnshared();
  }
}
