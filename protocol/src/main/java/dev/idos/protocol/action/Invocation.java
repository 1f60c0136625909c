package dev.idos.protocol.action;

import dev.idos.protocol.Refused;
import java.util.List;

/// What a transaction asks for, decoded: actions to run all-or-nothing, or why they cannot be run.
/// An undecodable request is still a transaction: its nonce is consumed.
public sealed interface Invocation {

  record Actions(List<Action> actions) implements Invocation {
    public Actions {
      actions = List.copyOf(actions);
    }
  }

  /// Bytes or arguments that are no action of the protocol.
  ///
  /// @param txCode the wire's result code: 1 for bytes that are no payload, 2 for another payload
  ///     type, 65535 for arguments that do not fit
  record Undecodable(int txCode, Refused refused) implements Invocation {}
}
