package dev.idos.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.query.Rows;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.value.EncodedValueJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/// The rows of topics `rpc` and `result_json`.
public final class JsonVectors {

  private JsonVectors() {}

  /// Writes JSON.
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  public static void runRpc(String name, JsonNode inputs, JsonNode expected) throws Exception {
    JsonNode request = inputs.path("request");
    JsonNode params = request.path("params");
    JsonNode result = expected.path("accepted_response").path("body").path("result");
    RpcMethod method = RpcMethod.named(request.path("method").asText()).orElseThrow();
    switch (name) {
      case "rpc.ping" -> assertThat(Members.text(params, "message")).isEqualTo("ping");
      case "rpc.chain_info" ->
          assertThat(ChainInfo.read(result).toJson().toString()).isEqualTo(result.toString());
      case "rpc.account" -> {
        AccountAnswer answer = AccountAnswer.read(result);
        AccountRequest account = AccountRequest.read(params);
        assertThat(answer.toJson(account).toString()).isEqualTo(result.toString());
        assertThat(account.account()).isPresent();
      }
      case "rpc.query" -> {
        for (JsonNode value : params.path("params")) {
          assertThat(EncodedValueJson.write(EncodedValueJson.read(value)).toString())
              .isEqualTo(value.toString());
        }
        assertRowsSurvive(result);
      }
      case "rpc.tx_query" -> runStatus(result);
      case "rpc.logout", "rpc.logout_with_signer" -> {
        assertThat(method).isEqualTo(RpcMethod.LOGOUT);
        assertThat(Members.hex(params, "account").hex()).isEqualTo(params.path("account").asText());
      }
      case "rpc.estimate_price_unsigned" -> runUnsigned(params.path("tx"));
      default -> throw new AssertionError("nobody runs " + name);
    }
  }

  public static void runResult(String name, JsonNode unusedInputs, JsonNode expected)
      throws Exception {
    JsonNode json = expected.path("json");
    switch (name) {
      case "json.health" ->
          assertThat(HealthAnswer.read(json).toJson().toString()).isEqualTo(json.toString());
      case "json.account_resp" -> {
        JsonNode id = json.path("id");
        var request =
            new AccountRequest(id.path("identifier").asText(), id.path("key_type").asText(), false);
        assertThat(new AccountAnswer(3).toJson(request).toString()).isEqualTo(json.toString());
      }
      case "json.account_resp_missing" ->
          assertThat(
                  new AccountAnswer(0)
                      .toJson(new AccountRequest("00", "ed25519", false))
                      .toString())
              .isEqualTo(json.toString());
      case "json.query_result" -> assertRowsSurvive(json);
      case "json.call_result" -> {
        var rows = new Rows(List.of(), List.of());
        assertWritten(new CallAnswer(rows, "1. hello", Optional.empty())::writeTo, json);
      }
      case "json.call_result_err" -> {
        assertWritten(CallAnswer.refused("boom")::writeTo, json);
        assertThat(CallAnswer.read(json).error()).contains("boom");
      }
      case "json.tx_query_pending" -> runStatus(json);
      case "json.tx_result_ok" ->
          assertThat(result(Receipt.TX_OK, Optional.empty(), "").toJson().toString())
              .isEqualTo(json.toString());
      case "json.tx_result_fail" -> runFailure(json);
      case "json.migration_state" ->
          assertThat(RpcMethod.named("user.migration_status")).as("not served").isEmpty();
      default -> throw new AssertionError("nobody runs " + name);
    }
  }

  /// Ours says one thing more than the original's: the permanent code.
  private static void runFailure(JsonNode json) throws Exception {
    String log = "ERROR: " + Refusal.WALLET_INVALID.with().text();
    TransactionResult failed = result(Receipt.TX_REFUSED, Optional.of(Refusal.WALLET_INVALID), log);
    assertThat(TransactionResult.read(failed.toJson())).isEqualTo(failed);
    var withoutCode = failed.toJson();
    assertThat(withoutCode.remove("refusal").intValue()).isEqualTo(3202);
    assertThat(withoutCode.toString()).isEqualTo(json.toString());
  }

  private static TransactionResult result(int txCode, Optional<Refusal> refusal, String log) {
    var hash = new TransactionHash(Bytes.ofUnshared(new byte[32]));
    return TransactionResult.of(new Receipt(hash, 1, txCode, refusal, log, Bytes.EMPTY));
  }

  private static void runStatus(JsonNode json) throws Exception {
    var status =
        new TransactionStatus(
            new TransactionHash(Bytes.ofHex(json.path("tx_hash").asText())),
            json.path("height").asLong(),
            read(json.path("tx")),
            TransactionStatus.readResult(json));
    assertWritten(status::writeTo, json);
  }

  private static void runUnsigned(JsonNode json) throws Exception {
    Transaction transaction = read(json);
    assertThat(transaction.signature()).isEqualTo(Bytes.EMPTY);
    assertThat(transaction.body().nonce()).isZero();
    assertThat(transaction.body().fee()).isZero();
    assertThat(transaction.body().chainId()).isEmpty();
    assertThat(transaction.body().payload().base64())
        .isEqualTo(json.path("body").path("payload").asText());
  }

  private static void assertRowsSurvive(JsonNode json) throws Exception {
    Rows rows = RowsJson.read(json);
    assertWritten(out -> RowsJson.write(out, rows), json);
  }

  private static void assertWritten(Writing writing, JsonNode json) throws Exception {
    var written = new StringWriter();
    try (var out = Vectors.JSON.createGenerator(written)) {
      writing.to(out);
    }
    assertThat(Vectors.JSON.readTree(written.toString())).isEqualTo(json);
  }

  private static Transaction read(JsonNode json) throws Exception {
    try (var parser = Vectors.JSON.createParser(json.toString())) {
      parser.nextToken();
      return TransactionJson.read(parser);
    }
  }
}
