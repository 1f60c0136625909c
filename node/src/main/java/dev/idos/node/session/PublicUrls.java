package dev.idos.node.session;

import dev.idos.protocol.Require;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/// Under which addresses people know this node. A login names one of them, so that a login made for
/// another site is worthless here; the `Host` header only selects among them.
public final class PublicUrls {

  private final List<String> configured;
  private final IntSupplier port;

  /// @param configured what the operator said
  /// @param port where the node answers; known only once it does
  public PublicUrls(List<URI> configured, IntSupplier port) {
    this.configured = configured.stream().map(PublicUrls::normal).toList();
    this.port = port;
  }

  /// The configured addresses, as clients write them.
  public List<String> configured() {
    return configured;
  }

  /// The domains whose host and port are those of a Host header.
  List<String> selectedBy(String host) {
    String wanted = host.strip().toLowerCase(Locale.ROOT);
    return domains().stream().filter(domain -> hostsOf(domain).contains(wanted)).toList();
  }

  boolean contains(String domain) {
    return domains().contains(domain);
  }

  /// The address as clients write it: without a slash at the end.
  public static String normal(URI url) {
    Require.that(
        ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null,
        "a public URL is http:// or https://, a host and maybe a port and a path, got " + url);
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private List<String> domains() {
    var domains = new ArrayList<>(configured);
    domains.add("http://localhost:" + port.getAsInt());
    domains.add("http://127.0.0.1:" + port.getAsInt());
    domains.add("http://[::1]:" + port.getAsInt());
    return domains;
  }

  private static List<String> hostsOf(String domain) {
    URI url = URI.create(domain);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int standard = "https".equals(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    return port == standard ? List.of(host, host + ":" + port) : List.of(host + ":" + port);
  }
}
