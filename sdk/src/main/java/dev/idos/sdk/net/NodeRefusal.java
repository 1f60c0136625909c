package dev.idos.sdk.net;

import dev.idos.protocol.Refusal;

/// A no of the network: a code that never changes its meaning, and the words it came with.
public sealed interface NodeRefusal {

  /// The permanent code; negative when the node's gateway refused before the ledger was asked.
  int code();

  /// The words of the wire.
  String text();

  /// What it means and what to do, for people.
  String meaning();

  /// The ledger refused, for a reason this SDK knows.
  record ByLedger(Refusal reason, String text) implements NodeRefusal {
    @Override
    public int code() {
      return reason.code();
    }

    @Override
    public String meaning() {
      return reason.meaning();
    }
  }

  /// The ledger refused, for a reason of a newer version.
  record Unlisted(int code, String text) implements NodeRefusal {
    @Override
    public String meaning() {
      return text;
    }
  }

  /// The node refused before the ledger was asked: `kwil-protocol.md` §1.6.
  record ByGateway(int code, String text) implements NodeRefusal {
    public static final int NOT_SIGNED_IN = -901;
    public static final int TOO_MANY_REQUESTS = -905;

    @Override
    public String meaning() {
      return switch (code) {
        case NOT_SIGNED_IN -> "sign in first, or again: the login has ended";
        case TOO_MANY_REQUESTS -> "too many requests: wait a moment";
        default -> text;
      };
    }
  }

  /// Whether the ledger gave exactly this reason.
  default boolean is(Refusal reason) {
    return code() == reason.code();
  }
}
