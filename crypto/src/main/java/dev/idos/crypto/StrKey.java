package dev.idos.crypto;

import java.util.Optional;

/// Stellar's text for an account key: `G` and 55 more letters of base 32 with a checksum.
public final class StrKey {

  /// The number of letters of an account address.
  public static final int LENGTH = 56;

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ACCOUNT_VERSION = 6 << 3;
  private static final int KEY_LENGTH = 32;

  private StrKey() {}

  /// The address of a 32-byte public key.
  ///
  /// @throws IllegalArgumentException if the key has another length
  public static String encode(Bytes publicKey) {
    if (publicKey.length() != KEY_LENGTH) {
      throw new IllegalArgumentException("expected a key of 32 bytes, got " + publicKey.length());
    }
    Bytes payload = Bytes.concat(Bytes.of(ACCOUNT_VERSION), publicKey);
    return base32(Bytes.concat(payload, checksum(payload)));
  }

  /// The key of an address; empty when the text is no account address.
  public static Optional<Bytes> decode(String address) {
    if (address.length() != LENGTH) {
      return Optional.empty();
    }
    var bytes = new byte[LENGTH * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = ALPHABET.indexOf(address.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      buffer = ((buffer << 5) | digit) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    Bytes key = Bytes.ofUnshared(bytes).slice(1, 1 + KEY_LENGTH);
    return encode(key).equals(address) ? Optional.of(key) : Optional.empty();
  }

  /// 35 bytes are 56 letters exactly, so there is nothing to pad.
  private static String base32(Bytes value) {
    var text = new StringBuilder(LENGTH);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < value.length(); i++) {
      buffer = ((buffer << 8) | value.at(i)) & 0xffff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
    }
    return text.toString();
  }

  /// CRC-16/XMODEM, low byte first.
  private static Bytes checksum(Bytes payload) {
    int crc = 0;
    for (int i = 0; i < payload.length(); i++) {
      crc ^= payload.at(i) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
      }
    }
    return Bytes.of(crc & 0xff, (crc >> 8) & 0xff);
  }
}
