package dev.idos.demo.site;

import java.util.Locale;
import java.util.Set;

/// Where a site is reached: `http://bank.localhost:8504`. A port alone would not be a site of its
/// own, and a browser would mix the storage of all of them.
public record SiteAddress(String name, int port) {

  /// Its origin, as people type it.
  public String origin() {
    return "http://" + name + ".localhost:" + port;
  }

  /// Whether a Host header means this site. A stranger's name that was pointed at this machine
  /// does not.
  boolean isHost(String host) {
    return Set.of(
            name + ".localhost:" + port, "localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port)
        .contains(host.toLowerCase(Locale.ROOT));
  }

  boolean isOrigin(String origin) {
    return origin.startsWith("http://") && isHost(origin.substring("http://".length()));
  }
}
