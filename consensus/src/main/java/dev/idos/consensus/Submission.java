package dev.idos.consensus;

import dev.idos.protocol.Receipt;

/// What a sequencer says to a transaction at once.
public sealed interface Submission {

  /// It was decided before; this is what became of it.
  record Known(Receipt receipt) implements Submission {}

  /// It waits its turn, or waited already.
  record Accepted(Pending pending) implements Submission {}

  /// It will not be ordered, and its nonce is not consumed.
  record Refused(dev.idos.protocol.Refused refused) implements Submission {}
}
