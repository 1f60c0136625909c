package dev.idos.protocol;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;

/// Who signed, or who is logged in: the scheme, the sender bytes of the wire, and the text the
/// original calls `@caller` (`kwil-protocol.md` §4).
///
/// @param scheme how the caller proved itself
/// @param sender the identifier bytes as they travel
/// @param text what access rules compare: `0x…` checksummed, lower hex, `ed25519:…`, `r…` or `G…`
public record Caller(AuthScheme scheme, Bytes sender, String text) {

  /// Nobody: a view without a signer. Its text is empty and matches no wallet, grant or delegate.
  public static final Caller NOBODY = new Caller(AuthScheme.SECP256K1_EP, Bytes.EMPTY, "");

  public boolean isNobody() {
    return sender.isEmpty();
  }
}
