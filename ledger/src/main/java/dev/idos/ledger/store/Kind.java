package dev.idos.ledger.store;

/// What a column holds, and the Java type of its value.
public enum Kind {
  /// `String`
  TEXT,
  /// `UUID`
  UUID,
  /// `Long`
  INT8,
  /// `BigInteger`
  NUMERIC,
  /// `Boolean`
  BOOL,
  /// `Bytes`
  BYTES
}
