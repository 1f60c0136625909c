package dev.idos.demo;

import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.level.Addon;
import dev.idos.credentials.level.Level;
import dev.idos.credentials.level.Tier;
import dev.idos.demo.company.Company;
import dev.idos.demo.company.CompanyApi;
import dev.idos.demo.company.CompanyKeys;
import dev.idos.demo.company.Terms;
import dev.idos.demo.company.TrustedIssuer;
import dev.idos.demo.issuer.Acme;
import dev.idos.demo.issuer.AcmeApi;
import dev.idos.demo.site.PagePolicy;
import dev.idos.demo.site.SitePages;
import dev.idos.demo.site.StaticFiles;
import dev.idos.demo.site.WebSite;
import dev.idos.sdk.Connected;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The demo, joined from its companies and sites. Read [#assemble] from top to bottom to know what
/// depends on what.
public final class Demo implements AutoCloseable {

  private static final Level WITH_SELFIE = Level.of(Tier.BASIC, Addon.LIVENESS);
  private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365 + 1);

  private final Addresses addresses;
  private final Connected network;
  private final List<WebSite> sites;

  private Demo(Addresses addresses, Connected network, List<WebSite> sites) {
    this.addresses = addresses;
    this.network = network;
    this.sites = sites;
  }

  /// Joins the demo on a node that answers.
  ///
  /// @throws IOException if a folder cannot be used
  public static Demo assemble(DemoConfig config) throws IOException {
    var network = Connected.to(config.node().toString());
    try {
      return assemble(config, network);
    } catch (IOException | RuntimeException failure) {
      network.close();
      throw failure;
    }
  }

  private static Demo assemble(DemoConfig config, Connected network) throws IOException {
    var random = new SecureRandom();
    var addresses = Addresses.of(config);
    var data = PrivateFolder.open(config.data());

    var acme =
        new Acme(
            network.issuer(config.acme()),
            data.inside("acme").inside("cases"),
            InstantSource.system());
    acme.tidy();
    var meridian = CompanyKeys.in(data.inside("meridian"), random);

    var bankKeys = CompanyKeys.in(data.inside("bank"), random);
    config
        .networkOwner()
        .ifPresent(owner -> Naming.register(network, owner, "Nova Bank", bankKeys.identifier()));
    var bank =
        Company.open(
            novaBank(acme.descriptor(), addresses.acme().origin(), meridian),
            bankKeys,
            network,
            data.inside("bank"),
            random);
    var card =
        Company.open(
            ondaCard(acme.descriptor(), addresses.acme().origin(), config.cardLock()),
            CompanyKeys.in(data.inside("card"), random),
            network,
            data.inside("card"),
            random);

    var sites = new ArrayList<WebSite>();
    sites.add(WebSite.of(addresses.dashboard(), dashboard(config, addresses, network)));
    sites.add(WebSite.of(addresses.enclave(), enclave(config, addresses, network)));
    sites.add(
        WebSite.of(
            addresses.acme(),
            face(config, addresses, network, "acme.html"),
            new AcmeApi(acme, addresses.pages())::addTo));
    sites.add(
        WebSite.of(
            addresses.bank(),
            face(config, addresses, network, "bank.html"),
            new CompanyApi(bank)::addTo));
    sites.add(
        WebSite.of(
            addresses.card(),
            face(config, addresses, network, "card.html"),
            new CompanyApi(card)::addTo));
    return new Demo(addresses, network, sites);
  }

  /// Opens the ports; if one of them is taken, none stays open.
  public Demo start() {
    try {
      sites.forEach(WebSite::start);
      return this;
    } catch (RuntimeException taken) {
      close();
      throw taken;
    }
  }

  /// Where everything is.
  public Addresses addresses() {
    return addresses;
  }

  @Override
  public void close() {
    sites.forEach(WebSite::close);
    network.close();
  }

  private static Terms novaBank(IssuerDescriptor acme, String acmeUrl, CompanyKeys meridian) {
    var other =
        new TrustedIssuer(
            "Meridian ID",
            IssuerDescriptor.at("https://meridian-id.example/idos", meridian.wallet().sender()),
            "");
    return new Terms(
        "Nova Bank",
        "Open an account for you. The law makes us keep proof of who you are for five years.",
        FIVE_YEARS,
        WITH_SELFIE,
        List.of(new TrustedIssuer("Acme KYC", acme, acmeUrl), other));
  }

  private static Terms ondaCard(IssuerDescriptor acme, String acmeUrl, Duration lock) {
    return new Terms(
        "Onda Card",
        "Send you a prepaid card. We look at your proof once, and again when you ask for a limit.",
        lock,
        WITH_SELFIE,
        List.of(new TrustedIssuer("Acme KYC", acme, acmeUrl)));
  }

  private static SitePages dashboard(DemoConfig config, Addresses addresses, Connected network)
      throws IOException {
    return pages(
        StaticFiles.read(config.apps().resolve("dashboard/dist"), "index.html"),
        hostPolicy(addresses, "idos-dashboard"),
        addresses,
        network);
  }

  private static SitePages face(
      DemoConfig config, Addresses addresses, Connected network, String page) throws IOException {
    return pages(
        StaticFiles.read(config.apps().resolve("demo/dist"), page),
        hostPolicy(addresses, "'none'"),
        addresses,
        network);
  }

  private static PagePolicy hostPolicy(Addresses addresses, String trustedTypes) {
    return PagePolicy.app(
        addresses.enclave().origin(),
        trustedTypes,
        addresses.node().toString(),
        addresses.acme().origin());
  }

  private static SitePages pages(
      StaticFiles files, PagePolicy policy, Addresses addresses, Connected network) {
    return new SitePages(files, path -> policy, () -> addresses.configJson(network.chainId()));
  }

  private static SitePages enclave(DemoConfig config, Addresses addresses, Connected network)
      throws IOException {
    var frame = PagePolicy.enclaveFrame(addresses.node().toString());
    var window = PagePolicy.enclaveWindow(addresses.node().toString());
    return new SitePages(
        StaticFiles.read(config.apps().resolve("enclave/dist"), "index.html"),
        path -> path.equals("/") || path.equals("/index.html") ? frame : window,
        () -> addresses.configJson(network.chainId()));
  }
}
