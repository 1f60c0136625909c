package dev.idos.protocol.transaction;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Require;
import dev.idos.protocol.Utf8;
import java.math.BigInteger;

/// The signed part of a transaction (`kwil-protocol.md` §3.1, §3.5).
///
/// @param description the text a wallet shows; at most 200 bytes
/// @param payload the payload bytes as received: hashed, never re-encoded
/// @param payloadType the wire name, `execute` for actions
/// @param fee never negative; 0 when absent
/// @param nonce the account's last nonce plus one
/// @param chainId the network it was signed for
public record TransactionBody(
    String description,
    Bytes payload,
    String payloadType,
    BigInteger fee,
    long nonce,
    String chainId) {

  public TransactionBody {
    Require.that(Utf8.isWellFormed(description), "a description is valid unicode");
    Require.that(Utf8.isWellFormed(payloadType), "a payload type is valid unicode");
    Require.that(Utf8.isWellFormed(chainId), "a chain id is valid unicode");
    Require.that(fee.signum() >= 0, "a fee is never negative");
    Require.that(nonce >= 0, "a nonce is never negative");
  }
}
