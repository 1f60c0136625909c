package dev.idos.node.session;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.Utf8;

/// A login as the wallet signed it: every part of the text that is not a constant, and the
/// signature.
///
/// @param domain the public URL the client spoke to
/// @param nonce the times and the chance of this login
/// @param scheme how the wallet signs
/// @param sender the identifier bytes of the wallet
/// @param signature what it signed with
public record Login(
    String domain, LoginNonce nonce, AuthScheme scheme, Bytes sender, Bytes signature) {

  /// What a log-out names. Without signature and domain: a second signature of the same login must
  /// not survive the log-out of the first.
  public Bytes id() {
    return Sha256.of(Utf8.encode(scheme.wireName() + "\n"), nonce.toBytes(), sender);
  }

  boolean isOf(AuthScheme otherScheme, Bytes otherSender) {
    return scheme == otherScheme && sender.equals(otherSender);
  }
}
