package dev.idos.protocol;

import dev.idos.crypto.Bytes;
import java.util.Optional;

/// What became of one transaction, as every node remembers it.
///
/// @param transaction the hash it is known by
/// @param height the block that decided it
/// @param txCode the wire's result code: 0, 1, 2 or 65535 (`kwil-protocol.md` §1.7)
/// @param refusal the permanent code of the refusal; the only part besides height that is hashed
/// @param log the wire's log: what the actions had to say, and `ERROR: ` with the text of a refusal
/// @param sender the identifier bytes, empty after erasure
public record Receipt(
    TransactionHash transaction,
    long height,
    int txCode,
    Optional<Refusal> refusal,
    String log,
    Bytes sender) {

  public static final int TX_OK = 0;
  public static final int TX_ENCODING = 1;
  public static final int TX_PAYLOAD_TYPE_UNKNOWN = 2;
  public static final int TX_REFUSED = 65535;

  /// The number that enters the receipt hash: 0 when applied, else the permanent code.
  public int code() {
    return refusal.map(Refusal::code).orElse(0);
  }

  public boolean applied() {
    return refusal.isEmpty();
  }
}
