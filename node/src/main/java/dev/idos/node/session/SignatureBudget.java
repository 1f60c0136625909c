package dev.idos.node.session;

/// What an address may still cost us: in signatures that turn out wrong (right ones are free), and
/// in log-outs, each of which is kept until its login expires.
public interface SignatureBudget {

  /// Whether one more signature is checked, or one more log-out stored, for this address.
  boolean allows();

  /// Charges a signature that was wrong.
  void failed();

  /// Charges a log-out that was stored.
  void loggedOut();
}
