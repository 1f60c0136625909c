package dev.idos.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The envelope of `kwil-protocol.md` §1 and the headers of every answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvelopeTest {

  private static final String ORIGIN = "https://app.example.org";

  private TestNode node;

  @BeforeAll
  void start(@TempDir Path folder) {
    node = TestNode.start(folder.resolve("data"));
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "[{}]",
        "5",
        "{",
        "{\"a\":1} 2",
        "{\"id\":1,\"id\":1}",
        "\u0000"
      })
  void what_is_no_request_gets_a_parse_error_without_an_id(String body) {
    Response response = node.post(body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.errorCode()).isEqualTo(-32700);
    assertThat(response.errorMessage()).isEqualTo("invalid request");
    assertThat(response.json().path("id").asInt()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':1,'method':'user.ping'}",
        "{'jsonrpc':'1.0','id':1,'method':'user.ping'}",
        "{'jsonrpc':2.0,'id':1,'method':'user.ping'}",
        "{'jsonrpc':'2.0','method':'user.ping'}",
        "{'jsonrpc':'2.0','id':null,'method':'user.ping'}",
        "{'jsonrpc':'2.0','id':0,'method':'user.ping'}",
        "{'jsonrpc':'2.0','id':'','method':'user.ping'}",
        "{'jsonrpc':'2.0','id':[1],'method':'user.ping'}",
        "{'jsonrpc':'2.0','id':0.4,'method':'user.ping'}"
      })
  void a_request_without_version_or_id_is_invalid(String body) {
    Response response = node.post(body.replace('\'', '"'));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.errorCode()).isEqualTo(-32600);
    assertThat(response.errorMessage()).isEqualTo("invalid json-rpc request object");
  }

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "-3,-3",
    "2.9,2",
    "'\"a\"','\"a\"'",
    "9223372036854775807,9223372036854775807"
  })
  void the_id_comes_back_in_its_type_and_numbers_are_cut_to_whole_ones(String sent, String back) {
    Response response =
        node.post("{\"jsonrpc\":\"2.0\",\"id\":" + sent + ",\"method\":\"user.ping\"}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("id").toString()).isEqualTo(back);
    assertThat(response.result().path("message").asText()).isEqualTo("pong");
  }

  @ParameterizedTest
  @CsvSource({
    "'',no route was supplied",
    "user.schema,unknown method",
    "rpc.discover,unknown method",
    "admin.status,unknown method"
  })
  void an_unlisted_method_is_not_found(String method, String text) {
    Response response = node.call(method, "{}");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.errorCode()).isEqualTo(-32601);
    assertThat(response.errorMessage()).isEqualTo(text);
  }

  @Test
  void parameters_are_an_object_and_may_be_missing() {
    assertThat(node.call("user.ping", "null").status()).isEqualTo(200);
    assertThat(node.call("user.ping", "{'message':'hi','other':[1]}").status()).isEqualTo(200);
    assertThat(node.call("user.ping", "['hi']").errorCode()).isEqualTo(-32602);
    assertThat(node.call("user.ping", "{'message':5}").errorCode()).isEqualTo(-32602);
    assertThat(node.call("user.ping", "{'message':5}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
  void only_post_is_answered_at_the_endpoint(String verb) {
    Response response = node.request(verb, "/rpc/v1", "Origin", ORIGIN);
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("access-control-allow-origin")).isEqualTo(ORIGIN);
  }

  @Test
  void a_browser_may_ask_first() {
    Response response = node.request("OPTIONS", "/rpc/v1", "Origin", ORIGIN);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.http().body()).isEmpty();
    assertHeaders(response);
    assertThat(response.header("access-control-allow-methods")).isEqualTo("GET, POST, OPTIONS");
    assertThat(response.header("access-control-allow-headers"))
        .isEqualTo(
            "Accept, Content-Type, Content-Length, Accept-Encoding, Authorization,"
                + " ResponseType, Range");
  }

  @Test
  void every_status_carries_the_headers_browsers_need() {
    assertHeaders(node.call("user.ping", "{}", "Origin", ORIGIN));
    assertHeaders(node.post("nonsense", "Origin", ORIGIN));
    assertHeaders(node.call("no.such", "{}", "Origin", ORIGIN));
    assertHeaders(node.get("/nowhere", "Origin", ORIGIN));
    assertHeaders(node.get("/rpc/v1", "Origin", ORIGIN));
    assertHeaders(node.get("/api/v1/health/none", "Origin", ORIGIN));
  }

  @Test
  void answers_say_what_they_are_and_never_allow_any_origin() {
    Response response = node.call("user.ping", "{}");
    assertThat(response.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(response.header("access-control-allow-origin")).isEmpty();
    assertThat(response.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(response.header("vary")).isEqualTo("Origin");
  }

  @Test
  void health_is_for_load_balancers() {
    Response whole = node.get("/api/v1/health");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.json().path("kwil_alive").asBoolean()).isTrue();
    assertThat(whole.json().path("services").path("chain").path("chain_id").asText())
        .isEqualTo(TestNode.CHAIN);
    assertThat(node.get("/api/v1/health/user").json().path("mode").asText()).isEqualTo("open");
    assertThat(node.get("/api/v1/health/nothing").status()).isEqualTo(404);
    assertThat(node.request("POST", "/api/v1/health").status()).isEqualTo(405);
  }

  @Test
  void the_document_describes_every_method_and_action() {
    var document = node.get("/spec/v1").json();
    assertThat(document.path("openrpc").asText()).isEqualTo("1.2.4");
    assertThat(document.path("methods").findValuesAsText("name"))
        .contains("user.broadcast", "kgw.authn", "idos.parties");
    assertThat(document.path("x-actions").size()).isEqualTo(Person.CATALOGUE.signatures().size());
  }

  @Test
  void figures_are_shown_by_method_and_name_nobody() {
    node.call("user.ping", "{}");
    assertThat(node.get("/metrics").http().body())
        .contains("idos_rpc_request_seconds_count{method=\"user.ping\",outcome=\"result\"}")
        .contains("idos_chain_height_blocks");
  }

  private static void assertHeaders(Response response) {
    assertThat(response.header("access-control-allow-origin")).isEqualTo(ORIGIN);
    assertThat(response.header("access-control-allow-credentials")).isEqualTo("true");
    assertThat(response.header("x-content-type-options")).isEqualTo("nosniff");
  }
}
