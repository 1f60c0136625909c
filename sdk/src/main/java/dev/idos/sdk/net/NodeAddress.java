package dev.idos.sdk.net;

import dev.idos.protocol.Require;
import java.net.URI;
import java.util.Locale;

/// Where one node answers: scheme, host and port, without a trailing slash. It is also the domain
/// of a login made there, so it is compared letter by letter.
public record NodeAddress(String url) {

  public NodeAddress {
    int scheme = url.indexOf("://");
    Require.that(scheme > 0, "a node's address begins with http:// or https://");
    url = url.substring(0, scheme).toLowerCase(Locale.ROOT) + url.substring(scheme);
    while (url.endsWith("/")) {
      url = url.substring(0, url.length() - 1);
    }
    var parsed = URI.create(url);
    Require.that(
        "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()),
        "a node's address begins with http:// or https://");
    Require.that(parsed.getHost() != null, "a node's address names a host");
  }

  /// The one endpoint of JSON-RPC.
  URI rpc() {
    return URI.create(url + "/rpc/v1");
  }

  @Override
  public String toString() {
    return url;
  }
}
