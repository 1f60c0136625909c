package dev.idos.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text that names a wallet, grantee or delegate (`ledger.md` §1).
///
/// @param asGiven what the wire returns and what grant ids are derived from
/// @param canonical what decides whether two texts name the same one: `0x` and 40 hex digits, or
///     64 hex digits, in lower case; everything else as it is
public record WalletIdentifier(String asGiven, String canonical) {

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,256}");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");

  public WalletIdentifier {
    Require.that(canonicalOf(asGiven).equals(Optional.of(canonical)), "canonical follows as given");
  }

  /// Reads an identifier; nothing if it is not printable ASCII without spaces, 1 to 256 of it.
  public static Optional<WalletIdentifier> parse(String asGiven) {
    return canonicalOf(asGiven).map(canonical -> new WalletIdentifier(asGiven, canonical));
  }

  /// The canonical form of an identifier, if it is one.
  public static Optional<String> canonicalOf(String asGiven) {
    if (!PRINTABLE.matcher(asGiven).matches()) {
      return Optional.empty();
    }
    boolean ignoresCase = HEX.matcher(asGiven).matches();
    return Optional.of(ignoresCase ? asGiven.toLowerCase(Locale.ROOT) : asGiven);
  }

  /// Whether both name the same wallet.
  public boolean isSameAs(WalletIdentifier other) {
    return canonical.equals(other.canonical);
  }
}
