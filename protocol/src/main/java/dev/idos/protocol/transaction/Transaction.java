package dev.idos.protocol.transaction;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Require;
import dev.idos.protocol.Utf8;

/// A client's transaction as it came: nothing about it has been believed yet.
///
/// @param body what was signed
/// @param serialization `concat` or `direct`: how the signed bytes are made
/// @param authType the wire name of the authenticator
/// @param signature the signature bytes, in the form of the authenticator
/// @param sender the identifier bytes
public record Transaction(
    TransactionBody body, String serialization, String authType, Bytes signature, Bytes sender) {

  public static final String CONCAT = "concat";
  public static final String DIRECT = "direct";
  public static final String EXECUTE = "execute";

  public Transaction {
    Require.that(Utf8.isWellFormed(serialization), "a serialization is valid unicode");
    Require.that(Utf8.isWellFormed(authType), "an authenticator is valid unicode");
  }
}
