package dev.idos.crypto;

import java.util.Optional;

/// The classic `r…` address of an XRPL account.
public final class XrplAddress {

  private static final Radix58 RIPPLE =
      new Radix58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");
  private static final Bytes ACCOUNT_PREFIX = Bytes.of(0);
  private static final int ACCOUNT_LENGTH = 20;
  private static final int CHECKSUM_LENGTH = 4;

  private XrplAddress() {}

  /// The address of a 33-byte public key (`ED…`, `02…` or `03…`).
  public static String of(Bytes publicKey) {
    Bytes payload = Bytes.concat(ACCOUNT_PREFIX, Hashes.ripemd160OfSha256(publicKey));
    return RIPPLE.encode(Bytes.concat(payload, checksum(payload)));
  }

  /// The 20-byte account id of an address; empty when the text is no address.
  public static Optional<Bytes> accountId(String address) {
    int payloadLength = 1 + ACCOUNT_LENGTH;
    return RIPPLE
        .decode(address)
        .filter(bytes -> bytes.length() == payloadLength + CHECKSUM_LENGTH)
        .filter(bytes -> bytes.at(0) == 0)
        .filter(
            bytes ->
                checksum(bytes.slice(0, payloadLength))
                    .equals(bytes.slice(payloadLength, bytes.length())))
        .map(bytes -> bytes.slice(1, payloadLength));
  }

  private static Bytes checksum(Bytes payload) {
    return Sha256.of(Sha256.of(payload)).slice(0, CHECKSUM_LENGTH);
  }
}
