package dev.idos.credentials.text;

import java.net.URI;
import java.net.URISyntaxException;

/// Ids of credentials and subjects are absolute URIs; anything else would be dropped from what is
/// signed.
public final class AbsoluteUri {

  private AbsoluteUri() {}

  /// Whether a text is an absolute URI of plain ASCII.
  public static boolean matches(String text) {
    try {
      return new URI(text).isAbsolute() && text.chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
