package dev.idos.protocol;

import dev.idos.crypto.Bytes;

/// SHA-256 of a transaction's canonical bytes (`kwil-protocol.md` §3.5).
public record TransactionHash(Bytes value) {
  public TransactionHash {
    Require.that(value.length() == 32, "a transaction hash is 32 bytes");
  }

  /// 64 lower-case hex digits, the only form that survives kwil-js.
  public String hex() {
    return value.hex();
  }
}
