package dev.idos.protocol;

import dev.idos.crypto.StrKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The canonical identifiers a caller answers to (`ledger.md` §1): its own text, and the other
/// spelling of the same key that stored rows may have.
public final class CallerForms {

  private CallerForms() {}

  /// All of them in order; none for nobody.
  public static SortedSet<String> of(Caller caller) {
    var forms = new TreeSet<String>();
    for (String text : spellings(caller)) {
      WalletIdentifier.canonicalOf(text).ifPresent(forms::add);
    }
    return forms;
  }

  private static List<String> spellings(Caller caller) {
    if (caller.isNobody()) {
      return List.of();
    }
    return switch (caller.scheme()) {
      case SECP256K1_EP, XRPL -> List.of(caller.text());
      case NEP413 -> List.of(caller.text(), caller.sender().hex());
      case ED25519 -> List.of(caller.text(), StrKey.encode(caller.sender()));
      case SEP53 ->
          StrKey.decode(caller.text())
              .map(key -> List.of(caller.text(), key.hex()))
              .orElse(List.of(caller.text()));
    };
  }
}
