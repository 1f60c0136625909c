package dev.idos.crypto;

/// The kinds of key an account is counted under. Nonces are kept per (key type, identifier).
public enum KeyType {
  SECP256K1("secp256k1", 0),
  ED25519("ed25519", 1);

  private final String wireName;
  private final int wireNumber;

  KeyType(String wireName, int wireNumber) {
    this.wireName = wireName;
    this.wireNumber = wireNumber;
  }

  public String wireName() {
    return wireName;
  }

  /// The number inside binary payloads (`kwil-protocol.md` §3.4).
  public int wireNumber() {
    return wireNumber;
  }
}
