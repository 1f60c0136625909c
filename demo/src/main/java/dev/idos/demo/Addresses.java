package dev.idos.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.demo.site.SiteAddress;
import java.net.URI;
import java.util.List;

/// Where everything is, each on a site of its own.
public record Addresses(
    SiteAddress dashboard,
    SiteAddress enclave,
    SiteAddress acme,
    SiteAddress bank,
    SiteAddress card,
    URI node) {

  static Addresses of(DemoConfig config) {
    var ports = config.ports();
    return new Addresses(
        new SiteAddress("dash", ports.dashboard()),
        new SiteAddress("enclave", ports.enclave()),
        new SiteAddress("acme", ports.acme()),
        new SiteAddress("bank", ports.bank()),
        new SiteAddress("card", ports.card()),
        config.node());
  }

  /// The origins of the pages that may hand a new profile to the issuer.
  List<String> pages() {
    return List.of(dashboard.origin(), bank.origin(), card.origin());
  }

  /// What the apps are told when they start, the same for all of them.
  String configJson(String chainId) {
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("nodeUrls").add(node.toString());
    json.put("chainId", chainId)
        .put("dashboardUrl", dashboard.origin())
        .put("enclaveUrl", enclave.origin())
        .put("issuerUrl", acme.origin())
        .put("bankUrl", bank.origin())
        .put("cardUrl", card.origin())
        .put("developmentWallet", true);
    json.putArray("nodes").add(node.toString());
    json.putArray("dashboards").add(dashboard.origin());
    return json.toString();
  }
}
