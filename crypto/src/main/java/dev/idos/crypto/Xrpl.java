package dev.idos.crypto;

/// XRPL's two kinds of key behind one 33-byte form: `ED…` signs the message with Ed25519, `02…` and
/// `03…` sign the first half of its SHA-512 with secp256k1 in strict DER.
final class Xrpl {

  static final int KEY_LENGTH = 33;
  static final int ED25519_PREFIX = 0xed;

  private Xrpl() {}

  static boolean isKey(Bytes key) {
    return key.length() == KEY_LENGTH
        && switch (key.at(0)) {
          case ED25519_PREFIX, 2, 3 -> true;
          default -> false;
        };
  }

  static boolean isEd25519(Bytes key) {
    return !key.isEmpty() && key.at(0) == ED25519_PREFIX;
  }

  static boolean isSigned(Bytes key, Bytes message, Bytes signature) {
    if (!isKey(key)) {
      return false;
    }
    return isEd25519(key)
        ? Ed25519.verify(key.slice(1, KEY_LENGTH), message, signature)
        : SignatureRules.strictDer(signature)
            .filter(rs -> Secp256k1.verify(key, Hashes.sha512Half(message), rs))
            .isPresent();
  }

  /// The shortest DER of r and s.
  static Bytes der(Bytes rs) {
    Bytes r = derInteger(rs.slice(0, 32));
    Bytes s = derInteger(rs.slice(32, 64));
    return Bytes.concat(Bytes.of(0x30, r.length() + s.length()), r, s);
  }

  private static Bytes derInteger(Bytes number) {
    int from = 0;
    while (from < number.length() - 1 && number.at(from) == 0) {
      from++;
    }
    Bytes digits = number.slice(from, number.length());
    Bytes padded = digits.at(0) < 0x80 ? digits : Bytes.concat(Bytes.of(0), digits);
    return Bytes.concat(Bytes.of(0x02, padded.length()), padded);
  }
}
