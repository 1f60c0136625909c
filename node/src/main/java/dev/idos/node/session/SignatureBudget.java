package dev.idos.node.session;

/// What an address may still cost us in signatures that turn out wrong. Right ones are free.
public interface SignatureBudget {

  /// Whether one more signature is checked for this address.
  boolean allows();

  /// Charges a signature that was wrong.
  void failed();
}
