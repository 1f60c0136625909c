package dev.idos.protocol.message;

/// The text that opens a session at the gateway (`kwil-protocol.md` §5.2).
///
/// @param domain the client's own URL of the node, without a slash at the end
/// @param statement one line for the reader; left out when empty
public record LoginMessage(
    String domain,
    String statement,
    String uri,
    String version,
    String chainId,
    String nonce,
    String issuedAt,
    String expirationTime) {

  /// The text as it is signed; it ends with a line feed.
  public String text() {
    return domain
        + " wants you to sign in with your account:\n\n"
        + (statement.isEmpty() ? "" : statement + "\n")
        + "\nURI: "
        + uri
        + "\nVersion: "
        + version
        + "\nChain ID: "
        + chainId
        + "\nNonce: "
        + nonce
        + "\nIssue At: "
        + issuedAt
        + "\nExpiration Time: "
        + expirationTime
        + "\n";
  }
}
