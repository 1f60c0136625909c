package dev.idos.protocol.query;

import dev.idos.protocol.Refused;

/// The outcome of a view: rows, or the reason there are none.
public sealed interface Answer {

  record Found(Rows rows) implements Answer {}

  /// A refusal the original reports in the `error` member of a successful call.
  record Denied(Refused refused) implements Answer {}
}
