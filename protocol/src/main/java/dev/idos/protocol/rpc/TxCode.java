package dev.idos.protocol.rpc;

/// The result codes of transactions (`kwil-protocol.md` §1.7), in receipts and in the data of a
/// rejected broadcast.
public enum TxCode {
  OK(0),
  ENCODING(1),
  PAYLOAD_TYPE_UNKNOWN(2),
  SIGNATURE_INVALID(3),
  NONCE_INVALID(4),
  CHAIN_WRONG(5),
  BALANCE_INSUFFICIENT(6),
  FEE_INSUFFICIENT(7),
  AMOUNT_INVALID(8),
  SENDER_INVALID(9),
  COMMIT_TIMED_OUT(10),
  POOL_FULL(11),
  SCHEMA_INVALID(100),
  NAMESPACE_MISSING(110),
  NAMESPACE_EXISTS(120),
  RESOLUTION_TYPE_INVALID(130),
  MIGRATING(200),
  HALTED(201),
  OTHER(65535);

  private final int code;

  TxCode(int code) {
    this.code = code;
  }

  /// The number on the wire.
  public int code() {
    return code;
  }
}
