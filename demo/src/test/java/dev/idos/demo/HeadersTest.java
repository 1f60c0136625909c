package dev.idos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadersTest {

  private static final Pattern HEADERS =
      Pattern.compile("```http ([a-z ]+?)(?: (/\\S+))?\\n(.+?)\\n```", Pattern.DOTALL);
  private static final List<String> POLICIES =
      List.of(
          "Content-Security-Policy",
          "Content-Security-Policy-Report-Only",
          "Permissions-Policy",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Referrer-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Cache-Control");

  private static Town town;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    town = Town.open(folder);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void no_page_runs_anything_inline() {
    for (int port : all()) {
      assertThat(policy(town.get(port, "/")))
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void every_site_sends_the_headers_that_are_documented_and_no_other_policy() throws IOException {
    var page = Files.readString(Path.of(System.getProperty("idos.root"), "docs/hosting.md"));
    var blocks = HEADERS.matcher(page).results().toList();
    assertThat(blocks).hasSize(5);
    for (MatchResult block : blocks) {
      var path = block.group(2) == null ? "/" : block.group(2);
      for (String site : block.group(1).split(" ", -1)) {
        var answer = town.get(portOf(site), path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(policies(answer))
            .as(site + path)
            .containsExactlyInAnyOrderElementsOf(here(block.group(3)).lines().toList());
      }
    }
  }

  @Test
  void only_the_enclave_s_frame_page_may_be_framed() {
    var enclave = town.addresses().enclave().port();
    assertThat(policy(town.get(enclave, "/"))).doesNotContain("frame-ancestors");
    assertThat(town.get(enclave, "/").headers().firstValue("x-frame-options")).isEmpty();

    assertThat(policy(town.get(enclave, "/dialog.html"))).contains("frame-ancestors 'none'");
    for (int port : all()) {
      if (port != enclave) {
        assertThat(policy(town.get(port, "/"))).contains("frame-ancestors 'none'");
      }
    }
  }

  @Test
  void the_enclave_is_never_cut_off_from_who_opened_it() {
    var enclave = town.addresses().enclave().port();
    for (String page : List.of("/", "/dialog.html")) {
      assertThat(town.get(enclave, page).headers().firstValue("cross-origin-opener-policy"))
          .isEmpty();
    }
  }

  @Test
  void features_nobody_needs_are_denied_and_types_are_not_guessed() {
    for (int port : all()) {
      var headers = town.get(port, "/").headers();
      assertThat(headers.firstValue("permissions-policy").orElse("")).contains("camera=()");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    }
  }

  @Test
  void pages_are_asked_for_again_and_hashed_files_are_kept() {
    var dash = town.addresses().dashboard().port();
    assertThat(town.get(dash, "/").headers().firstValue("cache-control")).contains("no-cache");
    assertThat(town.get(dash, "/assets/main-1.js").headers().firstValue("cache-control"))
        .contains("public, max-age=31536000, immutable");

    var tag = town.get(dash, "/").headers().firstValue("etag").orElseThrow();
    assertThat(town.get(dash, "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void what_can_be_packed_is_packed_for_who_can_unpack() throws IOException {
    var dash = town.addresses().dashboard().port();
    var plain = town.get(dash, "/assets/main-1.js");
    var packed = town.get(dash, "/assets/main-1.js", "Accept-Encoding", "br, gzip");

    assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
    assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 10);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @Test
  void an_address_inside_an_app_is_answered_by_its_start_page() {
    var dash = town.addresses().dashboard().port();
    assertThat(Town.text(town.get(dash, "/wallets/some-id"))).contains("<title>dash</title>");
    assertThat(town.get(dash, "/assets/gone-2.js").statusCode()).isEqualTo(404);
    assertThat(town.get(dash, "/..%2F..%2Fnode%2Fdemo-keys.json").statusCode()).isEqualTo(404);
    assertThat(town.get(dash, "/api/nothing").statusCode()).isEqualTo(404);
    assertThat(Town.text(town.get(dash, "/robots.txt"))).startsWith("User-agent");
  }

  @Test
  void each_site_says_at_run_time_where_everything_is() {
    for (int port : all()) {
      var config = town.json(port, "/config.json");
      assertThat(config.path("nodeUrls").path(0).asText())
          .isEqualTo(town.addresses().node().toString());
      assertThat(config.path("enclaveUrl").asText()).isEqualTo(town.addresses().enclave().origin());
      assertThat(config.path("chainId").asText()).startsWith("idos-local-");
      assertThat(town.get(port, "/config.json").headers().firstValue("cache-control"))
          .contains("no-store");
    }
  }

  @Test
  void whoever_asks_for_the_headers_alone_gets_them() {
    var enclave = town.addresses().enclave().port();
    var answer = town.send(town.request(enclave, "/dialog.html").HEAD());
    assertThat(policy(answer)).contains("frame-ancestors 'none'");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void another_name_that_leads_here_is_not_served() {
    var bank = town.addresses().bank().port();
    assertThat(town.get(bank, "/api/company", "Host", "evil.example:" + bank).statusCode())
        .isEqualTo(421);
    assertThat(town.get(bank, "/", "Host", "card.localhost:" + bank).statusCode()).isEqualTo(421);
    assertThat(town.get(bank, "/", "Host", "bank.localhost:" + bank).statusCode()).isEqualTo(200);
  }

  @Test
  void pages_of_other_sites_change_nothing_here() {
    var acme = town.addresses().acme();
    var json = Visitor.object().put("reason", "mischief");
    var path = "/api/review/cases/3b0d9f3e-1f0c-4b52-8f43-6a1f0f1f5c11/revoke";

    var foreign = town.post(acme.port(), path, json, "Origin", "http://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(town.post(acme.port(), path, json, "Origin", acme.origin()).statusCode())
        .isEqualTo(404);
    var plain =
        town.send(
            town.request(acme.port(), path, "Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(plain.statusCode()).isEqualTo(415);
  }

  @Test
  void the_dashboard_may_hand_over_a_new_profile_and_a_stranger_may_not() {
    var acme = town.addresses().acme().port();
    var dash = town.addresses().dashboard().origin();
    try (var network = town.network()) {
      var ada = new Visitor(town, network);
      assertThat(ada.askForProfile("Origin", "http://evil.example").statusCode()).isEqualTo(403);
      var made = ada.askForProfile("Origin", dash);
      assertThat(made.statusCode()).isEqualTo(200);
      assertThat(made.headers().firstValue("access-control-allow-origin")).contains(dash);
    }
    var preflight =
        town.send(
            town.request(acme, "/api/profiles", "Origin", dash)
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.headers().firstValue("access-control-allow-headers"))
        .contains("Content-Type");
  }

  /// The headers of an answer that decide what a page may do, as the documentation writes them.
  private static List<String> policies(HttpResponse<byte[]> answer) {
    return POLICIES.stream()
        .flatMap(name -> answer.headers().allValues(name).stream().map(text -> name + ": " + text))
        .toList();
  }

  /// The documented addresses are those of `./idos up`; here the ports are others.
  private static String here(String headers) {
    var at = town.addresses();
    return headers
        .replace("http://localhost:8484", at.node().toString())
        .replace("http://enclave.localhost:8502", at.enclave().origin())
        .replace("http://acme.localhost:8503", at.acme().origin());
  }

  private static int portOf(String site) {
    var at = town.addresses();
    return Stream.of(at.dashboard(), at.enclave(), at.acme(), at.bank(), at.card())
        .filter(address -> address.name().equals(site.equals("dashboard") ? "dash" : site))
        .findFirst()
        .orElseThrow()
        .port();
  }

  private static List<Integer> all() {
    var at = town.addresses();
    return List.of(
        at.dashboard().port(),
        at.enclave().port(),
        at.acme().port(),
        at.bank().port(),
        at.card().port());
  }

  private static String policy(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("content-security-policy").orElseThrow();
  }
}
