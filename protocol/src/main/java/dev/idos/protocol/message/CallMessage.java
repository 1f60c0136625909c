package dev.idos.protocol.message;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.payload.RawStatement;
import dev.idos.protocol.transaction.TransactionCodec;

/// The texts that clients of a node in private mode sign for each read (`kwil-protocol.md` §3.6).
public final class CallMessage {

  private CallMessage() {}

  /// The text for a view call. Namespace and action stand in it as the payload writes them.
  public static String ofCall(Bytes payload, Bytes challenge) throws MalformedException {
    ActionCall call = ActionCall.decode(payload);
    return "Kwil view call.\n\nNamespace: "
        + call.namespace()
        + "\nMethod: "
        + call.action()
        + ending(payload, challenge);
  }

  /// The text for a statement.
  public static String ofStatement(RawStatement statement, Bytes challenge) {
    return "Kwil SQL statement.\n\nStatement: "
        + statement.statement()
        + ending(statement.encode(), challenge);
  }

  private static String ending(Bytes digested, Bytes challenge) {
    return "\nDigest: "
        + TransactionCodec.payloadDigest(digested)
        + "\nChallenge: "
        + challenge.hex()
        + "\n";
  }
}
